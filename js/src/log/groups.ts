/** How the log reads: runs of steps, and of changes, belong together. */
import type { LogEntry } from "../protocol.ts";

export type LogGroup =
  | { type: "message"; key: number; entry: LogEntry }
  | { type: "steps"; key: number; entries: readonly LogEntry[] }
  | { type: "changes"; key: number; entries: readonly LogEntry[] };

function groupType(entry: LogEntry): LogGroup["type"] {
  if (entry.kind === "tool") return "steps";
  if (entry.kind === "change") return "changes";
  return "message";
}

export function groupLog(log: readonly LogEntry[]): readonly LogGroup[] {
  const groups: LogGroup[] = [];
  for (const entry of log) {
    const type = groupType(entry);
    const last = groups.at(-1);
    if (type === "message") groups.push({ type, key: entry.id, entry });
    else if (last?.type === type)
      groups[groups.length - 1] = { type, key: last.key, entries: [...last.entries, entry] };
    else groups.push({ type, key: entry.id, entries: [entry] });
  }
  return groups;
}

/** Whether a scrolled box shows its end, give or take what a line of text is high. */
export function isAtEnd(box: { scrollTop: number; scrollHeight: number; clientHeight: number }): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight < 24;
}
