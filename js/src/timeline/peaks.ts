/** Waveforms, asked for once a sound, and how they lie on the screen. */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { SegmentView } from "../draft.ts";
import type { Kernel } from "../state/kernel.ts";

export class Peaks {
  readonly #found = new Map<string, Signal<readonly number[]>>();
  readonly #kernel: Kernel;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    kernel.onMessage((message) => {
      if (message.type !== "peaks") return;
      const waiting = this.#found.get(`${message.src} ${message.seed} ${message.seconds}`);
      if (waiting) waiting.value = message.peaks;
    });
  }

  /** The peaks of a segment's sound, 0 to 1; empty until they are here. */
  of(segment: SegmentView): ReadonlySignal<readonly number[]> {
    const { src, meta, duration } = segment;
    const tune = src.startsWith("music:");
    const seed = tune ? (meta.seed ?? 1) : 0;
    const seconds = tune ? Math.max(1, Math.round(duration / 1000)) : 0;
    const key = `${src} ${seed} ${seconds}`;
    let found = this.#found.get(key);
    if (!found) {
      found = signal<readonly number[]>([]);
      this.#found.set(key, found);
      this.#kernel.send({ type: "peaks", src, seed, seconds });
    }
    return found;
  }
}

/**
 * The outline of a sound as an SVG path over 1 × 1, mirrored about its middle. `source` is the length of the file in
 * ms, from whose peaks the part that is heard is taken; null where the peaks are those of the segment itself.
 */
export function wavePath(segment: SegmentView, peaks: readonly number[], source: number | null): string {
  const { duration, volume, fade, meta } = segment;
  const columns = Math.min(600, peaks.length);
  if (columns === 0 || duration <= 0) return "";
  const loudest = Math.max(0.05, ...peaks);
  const heights = Array.from({ length: columns }, (_, column) => {
    const time = ((column + 0.5) / columns) * duration;
    const inSource = source ? (meta.offset ?? 0) + time : time;
    if (source && inSource > source && meta.loop === false) return 0;
    const place = Math.floor(((inSource % (source ?? duration)) / (source ?? duration)) * peaks.length);
    const fading = Math.min(
      1,
      fade[0] > 0 ? time / fade[0] : 1,
      fade[1] > 0 ? (duration - time) / fade[1] : 1,
    );
    return Math.min(1, ((peaks[place] ?? 0) / loudest) * Math.min(1, 0.25 + 0.75 * volume)) * fading;
  });
  const point = (height: number, column: number, sign: number) =>
    `${((column + 0.5) / columns).toFixed(4)} ${(0.5 + sign * height * 0.46).toFixed(3)}`;
  const above = heights.map((height, column) => point(height, column, -1));
  const below = heights.map((height, column) => point(height, column, 1)).reverse();
  return `M0 .5L${above.join("L")}L1 .5L${below.join("L")}Z`;
}
