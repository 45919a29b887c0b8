import { percent } from "../format.ts";
import type { Upload } from "../transfer/uploads.ts";

export interface Summary {
  /** Files on their way or waiting. */
  busy: boolean;
  done: number;
  all: number;
  percent: number;
}

const URGENCY: Record<Upload["status"], number> = { failed: 0, sending: 1, checking: 1, queued: 2, done: 3 };

/** What needs somebody's eye first, otherwise as they came. */
export function byUrgency(uploads: readonly Upload[]): readonly Upload[] {
  return [...uploads].sort((a, b) => URGENCY[a.status] - URGENCY[b.status]);
}

/** How far the files of the list are together; refused and failed ones do not count. */
export function summarise(uploads: readonly Upload[]): Summary {
  const counted = uploads.filter((upload) => upload.status !== "failed");
  const done = counted.filter((upload) => upload.status === "done").length;
  const written = counted.reduce((sum, upload) => sum + upload.written, 0);
  const size = counted.reduce((sum, upload) => sum + upload.size, 0);
  return { busy: done < counted.length, done, all: counted.length, percent: percent(written, size) };
}
