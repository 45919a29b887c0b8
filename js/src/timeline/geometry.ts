/** Where time lies on the screen. Times in ms, lengths in CSS pixels, scales in pixels a millisecond. */

const LARGEST_SCALE = 0.4;
const ZOOM_STEP = 1.5;

/** The scale at which the whole film fits. */
export function fitScale(duration: number, viewport: number): number {
  return duration > 0 && viewport > 0 ? viewport / duration : 0;
}

export function largestZoom(duration: number, viewport: number): number {
  const fit = fitScale(duration, viewport);
  return fit > 0 ? Math.max(1, LARGEST_SCALE / fit) : 1;
}

export function scaleAt(zoom: number, duration: number, viewport: number): number {
  return fitScale(duration, viewport) * Math.min(Math.max(zoom, 1), largestZoom(duration, viewport));
}

export function zoomed(zoom: number, direction: 1 | -1, duration: number, viewport: number): number {
  const wanted = direction === 1 ? zoom * ZOOM_STEP : zoom / ZOOM_STEP;
  return Math.min(Math.max(wanted, 1), largestZoom(duration, viewport));
}

export function clampTime(time: number, duration: number): number {
  return Math.round(Math.min(Math.max(time, 0), Math.max(duration, 0)));
}

export function timeAt(x: number, scale: number, duration: number): number {
  return scale > 0 ? clampTime(x / scale, duration) : 0;
}

const STEPS = [100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000];

export interface Ruler {
  /** Between labels, ms. */
  major: number;
  /** Between small marks, ms. */
  minor: number;
}

/** Round steps whose labels stand at least `gap` pixels apart. */
export function rulerFor(scale: number, gap: number): Ruler {
  const major = STEPS.find((step) => step * scale >= gap) ?? 3_600_000;
  const parts = major % 3 === 0 ? 3 : major % 5 === 0 && major / 5 >= 20 && !isPowerOfTwoStep(major) ? 5 : 4;
  return { major, minor: major / parts };
}

function isPowerOfTwoStep(step: number): boolean {
  return /^[24]/.test(String(step));
}

export function ticks(duration: number, step: number): readonly number[] {
  if (!(step > 0)) return [];
  return Array.from({ length: Math.floor(duration / step) + 1 }, (_, index) => index * step);
}

interface Span {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Rows for segments that overlap, as titles in different places may: each in the first row with room. */
export function packRows(segments: readonly Span[]): { rows: ReadonlyMap<string, number>; count: number } {
  const ends: number[] = [];
  const rows = new Map<string, number>();
  for (const segment of segments) {
    const free = ends.findIndex((end) => end <= segment.start);
    const row = free === -1 ? ends.length : free;
    ends[row] = segment.end;
    rows.set(segment.id, row);
  }
  return { rows, count: Math.max(1, ends.length) };
}

/** The segment whose middle is nearest to a time. */
export function nearest<S extends Span>(segments: readonly S[], time: number): S | undefined {
  let best: S | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const segment of segments) {
    const gap = Math.abs((segment.start + segment.end) / 2 - time);
    if (gap < distance) {
      best = segment;
      distance = gap;
    }
  }
  return best;
}

/** Loudness over a sound's length as a polygon in percent of its box, top = full volume. */
export function envelope(duration: number, volume: number, fade: readonly [number, number]): string {
  const height = 100 - 100 * Math.min(1, Math.max(0.06, volume));
  const x = (ms: number) => Number(Math.min(100, (100 * ms) / Math.max(1, duration)).toFixed(2));
  const y = Number(height.toFixed(2));
  return `polygon(0% 100%, ${x(fade[0])}% ${y}%, ${x(duration - Math.min(duration, fade[1]))}% ${y}%, 100% 100%)`;
}

/** Where to scroll so that what lies `anchor` pixels into the viewport stays there after a zoom. */
export function scrollAround(scroll: number, anchor: number, before: number, after: number): number {
  return before > 0 ? Math.max(0, ((scroll + anchor) / before) * after - anchor) : 0;
}

export function zoomedBy(zoom: number, factor: number, duration: number, viewport: number): number {
  return Math.min(Math.max(zoom * factor, 1), largestZoom(duration, viewport));
}

const STEP = 240;

export interface Sight {
  /** What is drawn, in pixels from the film's start: more than is in sight, in steps, so that scrolling draws seldom. */
  readonly from: number;
  readonly to: number;
}

export function sightOf(scroll: number, viewport: number): Sight {
  const from = Math.floor(scroll / STEP) * STEP - STEP;
  return { from, to: from + Math.max(viewport, STEP) + 3 * STEP };
}

/** What a lane draws: a segment, or several that are too narrow to be told apart. */
export type Item<S> = { readonly segment: S } | { readonly bundle: readonly S[] };

const NARROWEST = 7;

/**
 * The segments in sight, in order; narrow neighbours in one bundle. Those in `kept` are drawn by themselves wherever
 * they are: the keyboard is there.
 */
export function itemsInSight<S extends Span>(
  segments: readonly S[],
  sight: Sight,
  scale: number,
  kept: ReadonlySet<string>,
): readonly Item<S>[] {
  if (!(scale > 0)) return segments.slice(0, 100).map((segment) => ({ segment }));
  const items: Item<S>[] = [];
  let bundle: S[] = [];
  const close = () => {
    const [only] = bundle;
    if (only) items.push(bundle.length === 1 ? { segment: only } : { bundle });
    bundle = [];
  };
  for (const segment of segments) {
    const seen = segment.end * scale >= sight.from && segment.start * scale <= sight.to;
    if (kept.has(segment.id)) {
      close();
      items.push({ segment });
    } else if (!seen) close();
    else if ((segment.end - segment.start) * scale >= NARROWEST) {
      close();
      items.push({ segment });
    } else {
      const [first] = bundle;
      const last = bundle.at(-1);
      if (first && last && ((segment.end - first.start) * scale > 4 * NARROWEST || last.end < segment.start))
        close();
      bundle.push(segment);
    }
  }
  close();
  return items;
}

/** Round enough to read, fine enough for the hand: three pixels or more, ms. */
export function stepFor(scale: number): number {
  return [10, 50, 100].find((step) => step * scale >= 3) ?? 100;
}

/** The place in `places` that is nearest to a time, if it is within `reach` ms. */
export function snapTo(time: number, places: readonly number[], reach: number): number | null {
  let best: number | null = null;
  for (const place of places)
    if (Math.abs(place - time) <= reach && (best === null || Math.abs(place - time) < Math.abs(best - time)))
      best = place;
  return best;
}
