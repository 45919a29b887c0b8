/** What a preview is painted with, whichever way it is painted. */

import type { Film, Scene, Shown, Words } from "./film.ts";
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
