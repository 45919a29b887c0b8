/** What a preview is painted with, whichever way it is painted. */

import type { Film, Scene, Shown, Words } from "./film.ts";
import { FlatPainter } from "./flat.ts";
import { GlPainter } from "./gl.ts";
import type { Size } from "./motion.ts";

export interface Developed {
  readonly bitmap: ImageBitmap;
  /** The size of the whole photo, in whatever unit: its shape counts. */
  readonly size: Size;
}

export interface Caption {
  readonly bitmap: ImageBitmap;
  /** Where its left upper corner lies in a frame of the preview's size, px. */
  readonly x: number;
  readonly y: number;
}

/** What is there to paint with; null for what is still on its way. */
export interface Stock {
  proxy(shown: Shown, frame: Size): Developed | null;
  caption(words: Words, frame: Size): Caption | null;
}

export interface Painter {
  paint(film: Film, scene: Scene, stock: Stock): void;
  close(): void;
}

/** Gives null where the browser can do neither, or where the canvas was lost to another page. */
export function newPainter(canvas: HTMLCanvasElement): Painter | null {
  return GlPainter.on(canvas) ?? FlatPainter.on(canvas);
}
