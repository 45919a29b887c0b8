import { expect, test } from "vitest";
import type { LogEntry } from "../protocol.ts";
import { groupLog, isAtEnd } from "./groups.ts";

const entry = (id: number, kind: LogEntry["kind"]): LogEntry => ({ id, kind, text: `${id}`, time: 0 });

test("runs of steps and of changes are grouped, messages stand alone", () => {
  const log = [
    entry(1, "user"),
    entry(2, "tool"),
    entry(3, "tool"),
    entry(4, "change"),
    entry(5, "agent"),
    entry(6, "tool"),
  ];
  expect(groupLog(log).map((group) => [group.type, group.key])).toEqual([
    ["message", 1],
    ["steps", 2],
    ["changes", 4],
    ["message", 5],
    ["steps", 6],
  ]);
});

test("a growing group keeps its key, so what was unfolded stays so", () => {
  const before = groupLog([entry(1, "tool")]);
  const after = groupLog([entry(1, "tool"), entry(2, "tool")]);
  expect(after[0]?.key).toBe(before[0]?.key);
});

test("a box is at its end within a line of it", () => {
  expect(isAtEnd({ scrollTop: 80, scrollHeight: 200, clientHeight: 100 })).toBe(true);
  expect(isAtEnd({ scrollTop: 10, scrollHeight: 200, clientHeight: 100 })).toBe(false);
});
