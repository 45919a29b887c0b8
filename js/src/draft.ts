/**
 * The draft as the screen needs it. Drafts come from two back ends and from later versions of this package,
 * so reading is lenient: what is missing gets the documented default, what is unknown is passed over.
 */
import type { Draft, SegmentMeta } from "./draft.generated.ts";

export type TrackKind = "picture" | "sound" | "text" | "other";

/** A segment with its defaults filled in; times in whole milliseconds. */
export interface SegmentView {
  id: string;
  kind: TrackKind;
  start: number;
  duration: number;
  end: number;
  /** File name, name of the music, or the words of a text. */
  label: string;
  src: string;
  isVideo: boolean;
  fit: "cover" | "contain";
  focus: readonly [number, number];
  motion: string;
  transition: { kind: string; duration: number } | null;
  look: string;
  volume: number;
  fade: readonly [number, number];
  role: string;
  /** All that the draft says of it, as it came. */
  meta: Readonly<SegmentMeta>;
}

export interface TrackView {
  id: string;
  kind: TrackKind;
  name: string;
  segments: readonly SegmentView[];
}

export interface DraftView {
  duration: number;
  width: number;
  height: number;
  fps: number;
  /** "blur" or "#rrggbb". */
  background: string;
  tracks: readonly TrackView[];
}

const KINDS: Record<number, TrackKind> = { 0: "picture", 1: "sound", 7: "text" };

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function number(value: unknown, fallback: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : fallback;
}

function text(value: unknown, fallback: string): string {
  return typeof value === "string" && value !== "" ? value : fallback;
}

function pair(value: unknown, fallback: readonly [number, number]): readonly [number, number] {
  const [a, b] = list(value);
  return [number(a, fallback[0]), number(b, fallback[1])];
}

function kindOf(value: unknown): string {
  return text(record(value).kind, "none");
}

function readSegment(raw: unknown, kind: TrackKind, place: string): SegmentView {
  const segment = record(raw);
  const meta = record(segment.m);
  const start = Math.max(0, number(segment.s, 0));
  const duration = Math.max(0, number(segment.d, 0));
  const transition = record(meta.transition);
  const transitionKind = kindOf(transition);
  return {
    id: text(segment.id, place),
    kind,
    start,
    duration,
    end: start + duration,
    label: kind === "text" ? text(meta.text, text(meta.name, "")) : text(meta.name, text(meta.src, "")),
    src: text(meta.src, ""),
    isVideo: meta.kind === "video",
    fit: meta.fit === "contain" ? "contain" : "cover",
    focus: pair(meta.focus, [0.5, 0.5]),
    motion: kindOf(meta.motion),
    transition:
      transitionKind === "none" ? null : { kind: transitionKind, duration: number(transition.d, 0) },
    look: kindOf(meta.look),
    volume: number(meta.volume, 1),
    fade: pair(meta.fade, kind === "sound" ? [500, 1500] : [0, 0]),
    role: text(meta.role, "title"),
    meta: meta as SegmentMeta,
  };
}

function readTrack(raw: unknown, place: string): TrackView {
  const track = record(raw);
  const kind = KINDS[number(track.tt, -1)] ?? "other";
  const segments = list(track.sg).map((segment, index) => readSegment(segment, kind, `${place}.${index}`));
  segments.sort((a, b) => a.start - b.start);
  return { id: text(track.id, place), kind, name: text(record(track.m).name, ""), segments };
}

export function readDraft(raw: Partial<Draft> | null | undefined): DraftView {
  const draft = record(raw);
  const meta = record(draft.m);
  const tracks = list(draft.t).map((track, index) => readTrack(track, `t${index}`));
  const end = Math.max(0, ...tracks.flatMap((track) => track.segments.map((segment) => segment.end)));
  return {
    duration: number(draft.d, end),
    width: number(meta.width, 1920) || 1920,
    height: number(meta.height, 1080) || 1080,
    fps: number(meta.fps, 30) || 30,
    background: text(meta.background, "blur"),
    tracks,
  };
}

/** The asset a source names (`asset:<sha256>`), or null for built-in music and files. */
export function assetOf(src: string): string | null {
  return src.startsWith("asset:") ? src : null;
}

/** The first video track is the film's spine: its pictures abut and can change places. */
export function mainTrack(draft: DraftView): TrackView | undefined {
  return draft.tracks.find((track) => track.kind === "picture");
}

/** The picture on the main track at a time in ms; the last one at and beyond the end. */
export function pictureAt(draft: DraftView, time: number): SegmentView | undefined {
  const segments = mainTrack(draft)?.segments ?? [];
  return segments.findLast((segment) => segment.start <= time) ?? segments[0];
}

/** Tracks as a timeline stacks them: what lies above in the picture stands above, sound at the bottom. */
export function stackedTracks(draft: DraftView): readonly TrackView[] {
  const shown = draft.tracks.filter((track) => track.segments.length > 0);
  const above = shown.filter((track) => track.kind !== "sound").reverse();
  return [...above, ...shown.filter((track) => track.kind === "sound")];
}

export function findSegment(draft: DraftView, id: string | null): SegmentView | undefined {
  if (id === null) return undefined;
  for (const track of draft.tracks) {
    const found = track.segments.find((segment) => segment.id === id);
    if (found) return found;
  }
  return undefined;
}
