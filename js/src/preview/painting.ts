/** Comes after the first paint: before there is a film there is nothing to paint. */
import { FlatPainter } from "./flat.ts";
import { GlPainter } from "./gl.ts";
import type { Painter } from "./painter.ts";

/** Gives null where the browser can do neither, or where the canvas was lost to another page. */
export default function newPainter(canvas: HTMLCanvasElement): Painter | null {
  return GlPainter.on(canvas) ?? FlatPainter.on(canvas);
}
