/** Numbers by which pictures move: the renderer's own tables, read the same way. */
import {
  ANIMATION_LONGEST,
  ANIMATION_MOST,
  ANIMATIONS_DATA,
  EASES,
  MOTIONS_DATA,
  type Track,
} from "../effects.generated.ts";
import type { Picture, Words } from "./film.ts";

/** Left, top, width and height, in the units of what they lie in. */
export type Box = readonly [x: number, y: number, width: number, height: number];
export type Size = readonly [width: number, height: number];

/** Samples of a photo for each one of its closest framing. */
const DENSITY = 1.15;
const LARGEST_AREA = 960 * 540;
const WIDTHS = [320, 480, 640, 800, 960, 1280, 1600, 1920, 2560, 3200, 4096];

export function ease(kind: string, u: number): number {
  return (EASES[kind] ?? [0, 1]).reduce((sum, factor, power) => sum + factor * u ** power, 0);
}

/** A track's value at progress `p`: straight lines between its points. */
export function trackAt(track: Track, p: number): number {
  let before = track[0] ?? [0, 0];
  for (const after of track) {
    if (p <= after[0]) {
      const span = after[0] - before[0];
      return span <= 0 ? after[1] : before[1] + ((after[1] - before[1]) * (p - before[0])) / span;
    }
    before = after;
  }
  return before[1];
}

function within(centre: number, side: number): number {
  return side >= 1 ? 0.5 : Math.min(Math.max(centre, side / 2), 1 - side / 2);
}

/** The part of the cropped picture that fills the frame; it reaches beyond 0..1 where the picture doesn't fill it. */
export function windowAt(picture: Picture, size: Size, frame: Size, u: number, still = false): Box {
  const [, , cropWidth, cropHeight] = picture.crop;
  const shape = frame[0] / frame[1] / ((size[0] * cropWidth) / (size[1] * cropHeight));
  const most = picture.contain && !still ? Math.max : Math.min;
  const width = most(1, shape);
  const height = most(1, 1 / shape);
  const [x, y, zoom] = (still ? undefined : MOTIONS_DATA[picture.motion]) ?? [0, 0, 0];
  const eased = ease(picture.ease, u);
  const exponent = zoom > 0 ? eased : zoom < 0 ? 1 - eased : x || y ? 1 : 0;
  const z = (1 + picture.amount) ** exponent;
  const travel = ((eased - 0.5) * picture.amount) / z;
  const place = (focus: number, travelled: number, side: number) =>
    within(within(focus, side) + travelled, side) - side / 2;
  return [
    place(picture.focus[0], x * travel * width, width / z),
    place(picture.focus[1], y * travel * height, height / z),
    width / z,
    height / z,
  ];
}

/** How a text appears: opacity 0..1, and how far right of and below its place, in parts of the frame's height. */
export function appearance(
  words: Words,
  time: number,
): readonly [opacity: number, right: number, below: number] {
  const length = Math.min(ANIMATION_LONGEST, words.duration * ANIMATION_MOST);
  let [opacity, right, below] = [1, 0, 0];
  for (const [way, passed] of [time, words.duration - time].entries()) {
    const p = Math.min(1, passed / length);
    const animation = ANIMATIONS_DATA[words.animation[way] ?? "none"];
    if (p >= 1 || !animation) continue;
    if (animation.fades) opacity *= ease("in-out", p);
    // It leaves the way it would have come from, mirrored.
    const far = (way ? -1 : 1) * (1 - p) ** 3;
    right += far * animation.right;
    below += far * animation.below;
  }
  return [opacity, right, below];
}

/** The preview's own size for a film's: no larger than half of full HD. */
export function previewSize(width: number, height: number): Size {
  const factor = Math.min(1, Math.sqrt(LARGEST_AREA / (width * height)));
  return [
    Math.max(2, 2 * Math.round((width * factor) / 2)),
    Math.max(2, 2 * Math.round((height * factor) / 2)),
  ];
}

/** How wide a picture has to be for its closest framing: one of a few widths, so that small changes ask for nothing. */
export function widthNeeded(picture: Picture, size: Size, frame: Size): number {
  const [, , width] = windowAt(
    { ...picture, ease: "linear" },
    size,
    frame,
    picture.motion === "zoom-out" ? 0 : 1,
  );
  const needed = (DENSITY * frame[0]) / (width * picture.crop[2]);
  return WIDTHS.find((one) => one >= needed) ?? 4096;
}

/** How many squares there are across and down: odd numbers, so that one stays in the middle and they grow about it. */
export function squaresIn([width, height]: Size, side: number): Size {
  const count = (length: number) => Math.max(1, 2 * Math.round(length / side / 2) + 1);
  return [count(width), count(height)];
}

/** A way in px: pictures move by whole pixels of colour, which is every other one. */
export function stepOf(part: number, side: number): number {
  return 2 * Math.round((part * side) / 2);
}
