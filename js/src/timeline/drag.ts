/** What a drag comes to: how the track would lie, and the one operation that makes it so. Times in ms. */
import type { SegmentView, TrackView } from "../draft.ts";
import type { Operation } from "../protocol.ts";
import { snapTo } from "./geometry.ts";

export const SHORTEST = 100;

/** What was taken hold of: a whole segment, or its start or end. */
export interface Grip {
  readonly kind: "move" | "start" | "end";
  readonly segment: SegmentView;
  readonly track: TrackView;
  /** Photos abut on the main track; all else lies where it is put. */
  readonly spine: boolean;
  /** What goes along, the segment itself among it. */
  readonly ids: readonly string[];
  /** Where it was taken hold of. */
  readonly at: number;
}

export interface Surroundings {
  readonly duration: number;
  /** Times that attract edges, within `reach`. */
  readonly snaps: readonly number[];
  readonly reach: number;
  readonly step: number;
  /** Length of a clip's source; Infinity where it is not known. */
  readonly source: number;
}

export interface Plan {
  readonly segments: readonly SegmentView[];
  /** Null where there is nothing to do, or it can't be done. */
  readonly operation: Operation | null;
  readonly refused: boolean;
  readonly snapped: number | null;
}

export function moved(segment: SegmentView, start: number, duration = segment.duration): SegmentView {
  return { ...segment, start, duration, end: start + duration };
}

/** The same segments one after the other. */
export function abutting(segments: readonly SegmentView[]): readonly SegmentView[] {
  let end = 0;
  return segments.map((segment) => {
    const placed = segment.start === end ? segment : moved(segment, end);
    end = placed.end;
    return placed;
  });
}

export function planDrag(grip: Grip, time: number, around: Surroundings): Plan {
  if (!grip.spine) return planFree(grip, time - grip.at, around);
  return grip.kind === "move" ? planOrder(grip, time) : planLength(grip, time, around);
}

/** Among photos that stay, the moved ones come after those whose middle is before the pointer. */
function planOrder({ track, ids }: Grip, time: number): Plan {
  const going = new Set(ids);
  const staying = track.segments.filter((segment) => !going.has(segment.id));
  const index = staying.filter((segment) => (segment.start + segment.end) / 2 < time).length;
  const group = track.segments.filter((segment) => going.has(segment.id));
  const order = [...staying.slice(0, index), ...group, ...staying.slice(index)];
  const same = order.every((segment, place) => segment === track.segments[place]);
  const [first] = group;
  return {
    segments: abutting(order),
    operation: same || !first ? null : { op: "move", id: group.length === 1 ? first.id : ids, index },
    refused: false,
    snapped: null,
  };
}

function planLength({ kind, segment, track, ids, at }: Grip, time: number, around: Surroundings): Plan {
  const edge = kind === "end" ? segment.end + time - at : segment.start + time - at;
  const snapped = snapTo(edge, around.snaps, around.reach);
  const wanted = kind === "end" ? (snapped ?? edge) - segment.start : segment.end - (snapped ?? edge);
  const [from, to] = trimOf(segment);
  const most = segment.isVideo ? (kind === "end" ? around.source - from : to) : Number.POSITIVE_INFINITY;
  const rounded = snapped === null ? Math.round(wanted / around.step) * around.step : wanted;
  const duration = Math.round(Math.min(Math.max(rounded, SHORTEST), Math.max(SHORTEST, most)));
  const changed = new Set(ids);
  const segments = abutting(
    track.segments.map((other) => (changed.has(other.id) ? moved(other, other.start, duration) : other)),
  );
  const operation: Operation = segment.isVideo
    ? kind === "end"
      ? { op: "set_trim", id: segment.id, start: from, end: from + duration }
      : { op: "set_trim", id: segment.id, start: to - duration, end: to }
    : { op: "set_duration", id: ids.length > 1 ? ids : segment.id, duration };
  return { segments, operation: duration === segment.duration ? null : operation, refused: false, snapped };
}

/** The part of its source that a clip shows. */
export function trimOf(segment: SegmentView): readonly [number, number] {
  const [from = 0, to = segment.duration] = segment.meta.trim ?? [];
  return [from, to];
}

function planFree({ kind, segment, track }: Grip, by: number, around: Surroundings): Plan {
  const round = (time: number) => Math.round(time / around.step) * around.step;
  let { start, end } = segment;
  let snapped: number | null = null;
  if (kind === "move") {
    const head = snapTo(start + by, around.snaps, around.reach);
    const tail = snapTo(end + by, around.snaps, around.reach);
    snapped = head ?? tail;
    const wanted = head ?? (tail === null ? round(start + by) : tail - segment.duration);
    start = Math.min(Math.max(wanted, 0), Math.max(0, around.duration - segment.duration));
    end = start + segment.duration;
  } else {
    const edge = (kind === "end" ? end : start) + by;
    snapped = snapTo(edge, around.snaps, around.reach);
    const wanted = snapped ?? round(edge);
    if (kind === "end") end = Math.min(Math.max(wanted, start + SHORTEST), around.duration);
    else start = Math.min(Math.max(wanted, 0), end - SHORTEST);
  }
  const placed = moved(segment, Math.round(start), Math.round(end - start));
  const refused = track.segments.some((other) => other !== segment && collides(placed, other));
  const same = placed.start === segment.start && placed.duration === segment.duration;
  return {
    segments: track.segments.map((other) => (other === segment ? placed : other)),
    operation:
      same || refused
        ? null
        : { op: "set_span", id: segment.id, start: placed.start, duration: placed.duration },
    refused,
    snapped,
  };
}

/** Texts may be seen at once where they stand in different places. */
function collides(a: SegmentView, b: SegmentView): boolean {
  if (a.end <= b.start || b.end <= a.start) return false;
  return a.kind !== "text" || (a.meta.position ?? "center") === (b.meta.position ?? "center");
}

/** Every edge of the draft but those of what is dragged, the film's ends and the playhead. */
export function snapPlaces(
  tracks: readonly TrackView[],
  ids: readonly string[],
  duration: number,
  playhead: number,
): readonly number[] {
  const moving = new Set(ids);
  const places = new Set([0, duration, playhead]);
  for (const track of tracks)
    for (const segment of track.segments)
      if (!moving.has(segment.id)) places.add(segment.start).add(segment.end);
  return [...places];
}
