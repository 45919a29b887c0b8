/** Paints with a 2D canvas where there is no WebGL2: edges of wipes are hard there, and clouds become a crossfade. */
import { LOOKS_DATA, type Look, type Matte, type Side, TRANSITIONS_DATA } from "../effects.generated.ts";
import type { Film, Layer, Picture, Scene, Shown } from "./film.ts";
import { appearance, ease, previewSize, type Size, squaresIn, stepOf, trackAt, windowAt } from "./motion.ts";
import type { Developed, Painter, Stock } from "./painter.ts";

type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

const MOST_DEVELOPED = 6;

function sheet([width, height]: Size): OffscreenCanvasRenderingContext2D {
  const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("nothing can be drawn here");
  return pen;
}

export class FlatPainter implements Painter {
  readonly #pen: CanvasRenderingContext2D;
  #frame: Size = [2, 2];
  #old = sheet([2, 2]);
  #young = sheet([2, 2]);
  /** Photos in their look, the last used at the end. */
  readonly #developed = new Map<ImageBitmap, { look: string; canvas: OffscreenCanvas }>();

  static on(canvas: HTMLCanvasElement): FlatPainter | null {
    const pen = canvas.getContext("2d", { alpha: false });
    return pen && typeof OffscreenCanvas !== "undefined" ? new FlatPainter(pen) : null;
  }

  private constructor(pen: CanvasRenderingContext2D) {
    this.#pen = pen;
  }

  close(): void {
    this.#developed.clear();
  }

  paint(film: Film, scene: Scene, stock: Stock): void {
    const frame = previewSize(film.width, film.height);
    if (frame[0] !== this.#frame[0] || frame[1] !== this.#frame[1]) {
      this.#frame = frame;
      [this.#pen.canvas.width, this.#pen.canvas.height] = frame;
      this.#old = sheet(frame);
      this.#young = sheet(frame);
    }
    this.#fill(this.#pen, film);
    for (const layer of scene.layers) this.#paintLayer(film, layer, stock);
    for (const { words, time } of scene.texts) {
      const caption = stock.caption(words, this.#frame);
      if (!caption) continue;
      const [opacity, right, below] = appearance(words, time);
      this.#pen.globalAlpha = opacity;
      this.#pen.drawImage(caption.bitmap, caption.x + right * frame[1], caption.y + below * frame[1]);
      this.#pen.globalAlpha = 1;
    }
  }

  #fill(pen: Pen, film: Film): void {
    pen.fillStyle = film.background === "blur" ? "#000000" : film.background;
    pen.fillRect(0, 0, ...this.#frame);
  }

  #paintLayer(film: Film, layer: Layer, stock: Stock): void {
    const transition = layer.kind === null ? undefined : TRANSITIONS_DATA[layer.kind];
    if (!transition) {
      this.#paintShown(this.#pen, film, layer.incoming, stock);
      return;
    }
    if (layer.outgoing) this.#paintShown(this.#old, film, layer.outgoing, stock);
    else this.#old.drawImage(this.#pen.canvas, 0, 0);
    this.#paintShown(this.#young, film, layer.incoming, stock);
    const p = ease(transition.ease, layer.p);
    const { matte, outgoing, incoming, colour } = transition;
    const reach = trackAt(matte.reach, p);
    const lay = (pen: OffscreenCanvasRenderingContext2D, side: Side) => this.#laySide(pen, side, p, colour);
    if (matte.field === "outgoing") {
      lay(this.#young, incoming);
      lay(this.#old, outgoing);
      return;
    }
    lay(this.#old, outgoing);
    this.#pen.save();
    if (matte.field === "even" || matte.field === "clouds") this.#pen.globalAlpha = reach;
    else if (matte.field !== "incoming") this.#pen.clip(this.#outline(matte, reach));
    lay(this.#young, incoming);
    this.#pen.restore();
  }

  /** Where the incoming picture is seen. */
  #outline(matte: Matte, reach: number): Path2D {
    const [width, height] = this.#frame;
    const path = new Path2D();
    if (matte.field === "circle") {
      path.arc(width / 2, height / 2, (Math.hypot(width, height) / 2) * reach, 0, 7);
    } else if (matte.field === "clock") {
      path.moveTo(width / 2, height / 2);
      path.arc(width / 2, height / 2, width + height, -Math.PI / 2, (2 * reach - 0.5) * Math.PI);
    } else if (matte.field === "blinds") {
      const band = height / matte.count;
      for (let n = 0; n < matte.count; n += 1) path.rect(0, n * band, width, band * reach);
    } else {
      const wide = matte.x ? width * reach : width;
      const high = matte.y ? height * reach : height;
      path.rect(matte.x < 0 ? width - wide : 0, matte.y < 0 ? height - high : 0, wide, high);
    }
    return path;
  }

  #laySide(from: OffscreenCanvasRenderingContext2D, side: Side, p: number, colour: string): void {
    const [width, height] = this.#frame;
    const pen = this.#pen;
    const alpha = pen.globalAlpha;
    const blur = trackAt(side.blur, p) * height;
    const square = trackAt(side.squares, p) * height;
    const zoom = trackAt(side.zoom, p);
    const [x, y] = [stepOf(trackAt(side.x, p), width), stepOf(trackAt(side.y, p), height)];
    pen.filter = blur > 0.3 ? `blur(${blur}px)` : "none";
    const box = [
      x + (width * (1 - zoom)) / 2,
      y + (height * (1 - zoom)) / 2,
      width * zoom,
      height * zoom,
    ] as const;
    if (square > 2) {
      const small = sheet(squaresIn(this.#frame, square));
      small.imageSmoothingQuality = "high";
      small.drawImage(from.canvas, 0, 0, small.canvas.width, small.canvas.height);
      pen.imageSmoothingEnabled = false;
      pen.drawImage(small.canvas, ...box);
      pen.imageSmoothingEnabled = true;
    } else pen.drawImage(from.canvas, ...box);
    pen.filter = "none";
    const share = trackAt(side.colour, p);
    if (share > 0) {
      pen.globalAlpha = alpha * share;
      pen.fillStyle = colour;
      pen.fillRect(...box);
      pen.globalAlpha = alpha;
    }
  }

  #paintShown(pen: Pen, film: Film, shown: Shown, stock: Stock): void {
    const { picture, u } = shown;
    const proxy = stock.proxy(shown, this.#frame);
    if (!proxy || picture.contain) this.#fill(pen, film);
    if (!proxy) return;
    const image = this.#inLook(picture, proxy);
    if (picture.contain && film.background === "blur") {
      pen.filter = `blur(${0.04 * this.#frame[1]}px) brightness(75%)`;
      this.#draw(pen, image, picture, windowAt(picture, proxy.size, this.#frame, 0, true));
      pen.filter = "none";
    }
    this.#draw(pen, image, picture, windowAt(picture, proxy.size, this.#frame, u));
  }

  #draw(
    pen: Pen,
    image: OffscreenCanvas | ImageBitmap,
    picture: Picture,
    [x, y, width, height]: ReturnType<typeof windowAt>,
  ): void {
    const [left, top, wide, high] = picture.crop;
    const [frameWidth, frameHeight] = this.#frame;
    pen.drawImage(
      image,
      left * image.width,
      top * image.height,
      wide * image.width,
      high * image.height,
      (-x / width) * frameWidth,
      (-y / height) * frameHeight,
      frameWidth / width,
      frameHeight / height,
    );
  }

  #inLook(picture: Picture, { bitmap }: Developed): OffscreenCanvas | ImageBitmap {
    const look = LOOKS_DATA[picture.look];
    if (!look || picture.look === "none") return bitmap;
    let developed = this.#developed.get(bitmap);
    this.#developed.delete(bitmap);
    if (developed?.look !== picture.look) developed = { look: picture.look, canvas: develop(bitmap, look) };
    this.#developed.set(bitmap, developed);
    for (const oldest of this.#developed.keys()) {
      if (this.#developed.size <= MOST_DEVELOPED) break;
      this.#developed.delete(oldest);
    }
    return developed.canvas;
  }
}

/** A photo in its look, without the look's glow. */
function develop(bitmap: ImageBitmap, look: Look): OffscreenCanvas {
  const pen = sheet([bitmap.width, bitmap.height]);
  pen.drawImage(bitmap, 0, 0);
  const image = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  const { data } = image;
  // One entry for each luma: what to add to the look's share of the colour.
  const table = Array.from({ length: 256 }, (_, level) => {
    const place = (level / 255) * (look.table.length - 1);
    const low = Math.min(Math.floor(place), look.table.length - 2);
    const at = (column: 0 | 1 | 2) => {
      const [a, b] = [look.table[low]?.[column] ?? 0, look.table[low + 1]?.[column] ?? 0];
      return 255 * (a + (b - a) * (place - low));
    };
    return [at(0), at(1), at(2)] as const;
  });
  for (let n = 0; n < data.length; n += 4) {
    const [red, green, blue] = [data[n] ?? 0, data[n + 1] ?? 0, data[n + 2] ?? 0];
    const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    const [level, u, v] = table[Math.round(luma)] ?? [luma, 0, 0];
    const r = level + look.saturation * (red - luma) + 1.5748 * v;
    const b = level + look.saturation * (blue - luma) + 1.8556 * u;
    data[n] = r;
    data[n + 1] = (level - 0.2126 * r - 0.0722 * b) / 0.7152;
    data[n + 2] = b;
  }
  pen.putImageData(image, 0, 0);
  return pen.canvas;
}
