import { expect, test } from "vitest";
import type { LogEntry } from "../protocol.ts";
import { mergeLog } from "./merge.ts";

const entry = (id: number, text = `${id}`): LogEntry => ({ id, kind: "agent", text, time: 0 });
const read = (log: readonly LogEntry[]) => log.map(({ text }) => text);

test("news changes entries in place, adds new ones and lets old ones go", () => {
  const log = mergeLog([entry(1), entry(2), entry(3)], { entries: [entry(4), entry(2, "two")], first: 2 });
  expect(read(log)).toEqual(["two", "3", "4"]);
});

test("the whole log told again changes nothing", () => {
  const log = [entry(1), entry(2)];
  expect(mergeLog(log, { entries: log, first: 1 })).toEqual(log);
});
