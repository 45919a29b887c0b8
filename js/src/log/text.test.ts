import { expect, test } from "vitest";
import { stringsFor } from "../i18n.ts";
import type { LogEntry } from "../protocol.ts";
import { logText } from "./text.ts";

const entry = (kind: LogEntry["kind"], text: string, more: Partial<LogEntry> = {}): LogEntry => ({
  id: 1,
  kind,
  text,
  time: 0,
  ...more,
});

test("the copied log says who said what, how long steps took and what they were about", () => {
  const lines = logText(
    [
      entry("user", "a film"),
      entry("tool", "set_length", { took: 1234, detail: "duration: 15\nfit: 1" }),
      entry("change", "15 s in all"),
    ],
    stringsFor("en"),
  ).split("\n");
  expect(lines.map((line) => line.replace(/^\d\d:\d\d:\d\d /, ""))).toEqual([
    "You: a film",
    "→ Setting the length (1.2 s)",
    "    duration: 15",
    "    fit: 1",
    "• 15 s in all",
    "",
  ]);
});
