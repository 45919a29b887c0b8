/**
 * What is seen at any moment of a draft: which pictures and texts, how far along. Pure, as the renderer's plan is;
 * lenient, as drafts may come from a service with habits of its own.
 */
import { type Draft, type Segment, TRANSITIONS } from "../draft.generated.ts";
import { MOTIONS_DATA } from "../effects.generated.ts";

export interface Picture {
  readonly id: string;
  readonly src: string;
  readonly name: string;
  readonly isVideo: boolean;
  /** Where a clip begins and ends in its file, ms. */
  readonly trim: readonly [number, number];
  readonly start: number;
  readonly duration: number;
  readonly end: number;
  readonly contain: boolean;
  /** Left, top, width and height of the part that is used, 0..1. */
  readonly crop: readonly [number, number, number, number];
  readonly focus: readonly [number, number];
  readonly motion: string;
  readonly amount: number;
  readonly ease: string;
  readonly transition: { readonly kind: string; readonly duration: number } | null;
  readonly look: string;
  /** How long it is still seen beneath the transition into the next one. */
  readonly overhang: number;
}

export interface Words {
  readonly start: number;
  readonly duration: number;
  readonly end: number;
  readonly animation: readonly [string, string];
  /** What its bitmap depends on, but for the size. */
  readonly key: string;
  readonly segment: Segment;
}

export interface Film {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly duration: number;
  /** "blur" or #rrggbb. */
  readonly background: string;
  readonly tracks: readonly (readonly Picture[])[];
  readonly texts: readonly Words[];
  /** What the sound depends on; empty where nothing is heard. */
  readonly sound: string;
}

export interface Shown {
  readonly picture: Picture;
  /** Progress of its motion, 0..1. */
  readonly u: number;
  /** ms since its start. */
  readonly time: number;
}

export interface Layer {
  readonly incoming: Shown;
  readonly kind: string | null;
  readonly p: number;
  readonly outgoing: Shown | null;
}

export interface Scene {
  readonly layers: readonly Layer[];
  readonly texts: readonly { readonly words: Words; readonly time: number }[];
}

const KNOWN: ReadonlySet<string> = new Set(TRANSITIONS);

type Loose = Record<string, unknown>;

const loose = (value: unknown): Loose =>
  typeof value === "object" && value !== null ? (value as Loose) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const number = (value: unknown, otherwise: number): number =>
  typeof value === "number" && Number.isFinite(value) ? value : otherwise;
const text = (value: unknown, otherwise: string): string =>
  typeof value === "string" && value ? value : otherwise;

function numbers<T extends readonly number[]>(value: unknown, otherwise: T): T {
  const given = list(value);
  return given.length === otherwise.length
    ? (otherwise.map((one, place) => number(given[place], one)) as unknown as T)
    : otherwise;
}

function readPicture(raw: unknown): Picture {
  const segment = loose(raw);
  const meta = loose(segment.m);
  const motion = loose(meta.motion);
  const transition = loose(meta.transition);
  const start = number(segment.s, 0);
  const duration = Math.max(1, number(segment.d, 1));
  const kind = text(transition.kind, "none");
  const length = number(transition.d, 500);
  const moves = text(motion.kind, "none");
  return {
    id: text(segment.id, `${start}`),
    src: text(meta.src, ""),
    name: text(meta.name, ""),
    isVideo: meta.kind === "video",
    trim: numbers(meta.trim, [0, duration] as const),
    start,
    duration,
    end: start + duration,
    contain: meta.fit === "contain",
    crop: numbers(meta.crop, [0, 0, 1, 1] as const),
    focus: numbers(meta.focus, [0.5, 0.5] as const),
    motion: moves in MOTIONS_DATA ? moves : "none",
    amount: number(motion.amount, 0.15),
    ease: text(motion.ease, "linear"),
    transition:
      kind === "none" || kind === "cut" || length <= 0
        ? null
        : { kind: KNOWN.has(kind) ? kind : "crossfade", duration: length },
    look: text(loose(meta.look).kind, "none"),
    overhang: 0,
  };
}

function readTrack(raw: unknown): readonly Picture[] {
  const pictures = list(loose(raw).sg)
    .map(readPicture)
    .sort((a, b) => a.start - b.start);
  return pictures.map((picture, place) => {
    const after = pictures[place + 1];
    const beneath = after?.transition && after.start === picture.end ? after.transition.duration : 0;
    return { ...picture, overhang: beneath };
  });
}

function readWords(raw: unknown): Words {
  const segment = raw as Segment;
  const given = loose(raw);
  const animation = loose(loose(given.m).animation);
  const start = number(given.s, 0);
  const duration = Math.max(1, number(given.d, 1));
  return {
    start,
    duration,
    end: start + duration,
    animation: [text(animation.in, "fade"), text(animation.out, "fade")],
    key: JSON.stringify({ ...loose(given.m), animation: 0, name: 0 }),
    segment,
  };
}

function soundOf(tracks: readonly Loose[], duration: number): string {
  const heard = tracks.flatMap((track) =>
    list(track.sg).filter(
      (one) =>
        (track.tt === 1 || (track.tt === 0 && loose(loose(one).m).kind === "video")) &&
        number(loose(loose(one).m).volume, 1) > 0,
    ),
  );
  return heard.length ? JSON.stringify([duration, heard]) : "";
}

export function readFilm(raw: Partial<Draft> | null | undefined): Film {
  const draft = loose(raw);
  const meta = loose(draft.m);
  const tracks = list(draft.t).map(loose);
  const videos = tracks.filter((track) => track.tt === 0).map(readTrack);
  const texts = tracks.filter((track) => track.tt === 7).flatMap((track) => list(track.sg).map(readWords));
  const end = Math.max(0, ...videos.flat().map((picture) => picture.end));
  const duration = number(draft.d, end);
  return {
    width: number(meta.width, 1920) || 1920,
    height: number(meta.height, 1080) || 1080,
    fps: number(meta.fps, 30) || 30,
    duration,
    background: text(meta.background, "blur"),
    tracks: videos,
    texts,
    sound: soundOf(tracks, duration),
  };
}

/** Clips are shown by single frames, so far apart. */
export const CLIP_STEP_MS = 500;

/** Which of those stands for the moment `time` ms after a clip's start, in ms of its file; 0 for photos. */
export function clipTime({ isVideo, trim }: Picture, time: number): number {
  if (!isVideo) return 0;
  const steps = Math.floor(Math.max(0, Math.min(time, trim[1] - trim[0] - 1)) / CLIP_STEP_MS);
  return trim[0] + steps * CLIP_STEP_MS;
}

export const frameCount = (film: Film): number => Math.max(1, Math.round((film.duration * film.fps) / 1000));

/** The frame that is on the screen at a time in ms; the last one at and beyond the end. */
export function frameAt(film: Film, time: number): number {
  return Math.max(0, Math.min(frameCount(film) - 1, Math.floor((time * film.fps) / 1000 + 1e-6)));
}

export const timeOf = (film: Film, frame: number): number => (frame * 1000) / film.fps;

function shown(picture: Picture, time: number): Shown {
  const passed = time - picture.start;
  return { picture, u: passed / (picture.duration + picture.overhang), time: passed };
}

function layerAt(track: readonly Picture[], time: number): Layer | null {
  const place = track.findLastIndex((picture) => picture.start <= time);
  const picture = track[place];
  if (!picture || time >= picture.end) return null;
  const incoming = shown(picture, time);
  const { transition } = picture;
  if (!transition || time >= picture.start + transition.duration)
    return { incoming, kind: null, p: 1, outgoing: null };
  const before = track[place - 1];
  const outgoing = before && before.end === picture.start ? shown(before, time) : null;
  return { incoming, kind: transition.kind, p: (time - picture.start) / transition.duration, outgoing };
}

export function sceneAt(film: Film, time: number): Scene {
  return {
    layers: film.tracks.flatMap((track) => layerAt(track, time) ?? []),
    texts: film.texts
      .filter((words) => words.start <= time && time < words.end)
      .map((words) => ({ words, time: time - words.start })),
  };
}

/** The pictures and texts needed from a time on, the most urgent first; those of the past last. */
export function inOrderOfNeed(film: Film, time: number): { pictures: Picture[]; texts: Words[] } {
  const distance = (one: { start: number; end: number }) =>
    one.end <= time ? film.duration + time - one.end : Math.max(0, one.start - time);
  const sorted = <T extends { start: number; end: number }>(all: readonly T[]) =>
    [...all].sort((a, b) => distance(a) - distance(b));
  return { pictures: sorted(film.tracks.flat()), texts: sorted(film.texts) };
}
