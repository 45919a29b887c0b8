/** The log comes as what is new or changed; whoever asks is told all of it. */
import type { LogEntry } from "../protocol.ts";

export interface LogNews {
  entries: readonly LogEntry[];
  /** Ids below have left the log. */
  first: number;
}

export function mergeLog(known: readonly LogEntry[], news: LogNews): readonly LogEntry[] {
  const changed = new Map(news.entries.map((entry) => [entry.id, entry]));
  const kept = known
    .filter((entry) => entry.id >= news.first)
    .map((entry) => {
      const now = changed.get(entry.id);
      changed.delete(entry.id);
      return now ?? entry;
    });
  return [...kept, ...[...changed.values()].filter((entry) => entry.id >= news.first)].sort(
    (a, b) => a.id - b.id,
  );
}
