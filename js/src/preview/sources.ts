/** Photos and texts for the preview: asked for by the playhead's need, kept as bytes, unpacked where they are seen. */
import { effect, type Signal, signal } from "@preact/signals";
import { later, onAbort } from "../lifetime.ts";
import type { Incoming, Outgoing, Photo } from "../protocol.ts";
import type { Kernel } from "../state/kernel.ts";
import { bytesOf } from "../transfer/bytes.ts";
import {
  CLIP_STEP_MS,
  clipTime,
  type Film,
  inOrderOfNeed,
  type Picture,
  readFilm,
  type Scene,
  type Shown,
  type Words,
} from "./film.ts";
import { previewSize, type Size, widthNeeded } from "./motion.ts";
import type { Caption, Developed, Stock } from "./painter.ts";

/** More would be in the way of whatever else Python is asked for. */
const AT_ONCE = 2;
const PATIENCE_MS = 20_000;
/** Packed bytes are kept up to this many, unpacked pictures up to that many. */
const MOST_BYTES = 96 * 1024 * 1024;
const MOST_UNPACKED = 12;
/** Fetched before there is any film; from the playhead on, once there is one; and of the clip that is seen. */
const EXPECTED = 40;
const NEXT = 60;
const NEXT_OF_CLIP = 6;
/** Unpacked before they are seen. */
const AHEAD = 3;

interface Item {
  readonly key: string;
  readonly ask: Outgoing;
  readonly asset: string;
  /** Of a clip's frame, ms of the file. */
  readonly time: number;
  bytes: Uint8Array<ArrayBuffer> | null;
  bitmap: ImageBitmap | null;
  x: number;
  y: number;
  state: "new" | "asked" | "here" | "none";
  unpacking: boolean;
  used: number;
}

export class Sources implements Stock {
  /** Counts what came: whoever paints looks again. */
  readonly news: Signal<number> = signal(0);
  readonly #kernel: Kernel;
  readonly #life: AbortSignal;
  readonly #items = new Map<string, Item>();
  readonly #waiting = new Map<string, AbortController>();
  #sizes = new Map<string, Size>();
  #queue: Item[] = [];
  /** What is seen, and what follows. */
  #soon: ReadonlySet<Item> = new Set();
  #clock = 0;

  constructor(kernel: Kernel, life: AbortSignal) {
    this.#kernel = kernel;
    this.#life = life;
    kernel.onMessage((message, buffers) => this.#receive(message, buffers));
    const stop = effect(() => {
      const photos = kernel.photos.value;
      this.#sizes = new Map(photos.map(({ asset, width, height }) => [asset, [width, height]]));
    });
    onAbort(life, () => {
      stop();
      for (const item of this.#items.values()) item.bitmap?.close();
      this.#items.clear();
    });
  }

  /**
   * Those who add photos are about to ask for a film of them: fetched as its likely frames need them, they are here
   * when it comes.
   */
  expect(photos: readonly Photo[]): void {
    const pictures = photos.filter(({ kind }) => kind !== "audio").slice(0, EXPECTED);
    const segments = pictures.map(({ asset, name }, place) => ({
      id: asset,
      s: place,
      d: 1,
      m: { src: asset, name, motion: { kind: "zoom-in" } },
    }));
    this.want(readFilm({ t: [{ id: "", tt: 0, sg: segments }] }), 0);
  }

  /** Asks for what is missing, in the order in which a film that plays from `time` on needs it. */
  want(film: Film, time: number): void {
    const frame = previewSize(film.width, film.height);
    const { pictures, texts } = inOrderOfNeed(film, time);
    const soon = [
      ...texts.slice(0, AHEAD).map((one) => this.#words(one, frame)),
      ...pictures.slice(0, AHEAD).map((one) => this.#picture(one, frame, time - one.start)),
    ];
    this.#soon = new Set(soon);
    for (const item of soon) this.#unpack(item);
    const all = [
      ...soon,
      ...pictures.slice(0, NEXT).flatMap((one) => this.#frames(one, frame, time)),
      ...texts.slice(0, NEXT).map((one) => this.#words(one, frame)),
    ];
    this.#queue = [...new Set(all)].filter((item) => item.state === "new");
    this.#pump();
  }

  /** Whether all that a scene shows is here in its right size, or never will be. */
  isReady({ layers, texts }: Scene, frame: Size): boolean {
    const shown = layers.flatMap(({ incoming, outgoing }) => [incoming, ...(outgoing ? [outgoing] : [])]);
    const isHere = (item: Item) => item.state === "none" || item.bitmap !== null;
    return (
      shown.every(({ picture, time }) => {
        const item = this.#picture(picture, frame, time);
        // A clip goes on with the frames that there are.
        return isHere(item) || (picture.isVideo && this.#other(item) !== undefined);
      }) && texts.every(({ words }) => isHere(this.#words(words, frame)))
    );
  }

  proxy({ picture, time }: Shown, frame: Size): Developed | null {
    const wanted = this.#picture(picture, frame, time);
    this.#unpack(wanted);
    // Until the right one is here any other will do.
    const item = wanted.bitmap ? wanted : this.#other(wanted);
    if (!item?.bitmap) return null;
    item.used = this.#clock;
    return {
      bitmap: item.bitmap,
      size: this.#sizes.get(picture.src) ?? [item.bitmap.width, item.bitmap.height],
    };
  }

  caption(words: Words, frame: Size): Caption | null {
    const item = this.#words(words, frame);
    this.#unpack(item);
    item.used = this.#clock;
    return item.bitmap && { bitmap: item.bitmap, x: item.x, y: item.y };
  }

  /** Of the same photo in another size, or the nearest frame of the same clip. */
  #other(wanted: Item): Item | undefined {
    let nearest: Item | undefined;
    for (const item of this.#items.values()) {
      if (item.asset !== wanted.asset || !item.bitmap) continue;
      const distance = (one: Item) => Math.abs(one.time - wanted.time);
      if (!nearest || distance(item) < distance(nearest)) nearest = item;
    }
    return nearest;
  }

  /** A photo, or the frame of a clip that is seen `time` ms after its start. */
  #picture(picture: Picture, frame: Size, time: number): Item {
    const { src, name } = picture;
    const width = widthNeeded(picture, this.#sizes.get(src) ?? [4, 3], frame);
    const at = clipTime(picture, time);
    return this.#item(`${width} ${at} ${src}`, src, { type: "proxy", src, name, width, time: at }, at);
  }

  #frames(picture: Picture, frame: Size, time: number): Item[] {
    const seen = picture.start <= time && time < picture.end;
    const count = picture.isVideo && seen ? NEXT_OF_CLIP : 1;
    const from = Math.max(0, time - picture.start);
    return Array.from({ length: count }, (_, n) => this.#picture(picture, frame, from + n * CLIP_STEP_MS));
  }

  #words({ key, segment }: Words, [width, height]: Size): Item {
    const full = `${width} ${height} ${key}`;
    return this.#item(full, full, { type: "caption", key: full, segment, width, height });
  }

  #item(key: string, asset: string, ask: Outgoing, time = 0): Item {
    let item = this.#items.get(key);
    if (!item) {
      item = {
        key,
        asset,
        ask,
        time,
        bytes: null,
        bitmap: null,
        x: 0,
        y: 0,
        state: "new",
        unpacking: false,
        used: 0,
      };
      this.#items.set(key, item);
    }
    return item;
  }

  #pump(): void {
    while (this.#waiting.size < AT_ONCE) {
      const item = this.#queue.shift();
      if (!item) return;
      item.state = "asked";
      const waiting = new AbortController();
      this.#waiting.set(item.key, waiting);
      later(() => this.#settle(item, "new"), PATIENCE_MS, AbortSignal.any([waiting.signal, this.#life]));
      this.#kernel.send(item.ask);
    }
  }

  #settle(item: Item, state: Item["state"]): void {
    this.#waiting.get(item.key)?.abort();
    this.#waiting.delete(item.key);
    item.state = state;
    this.#pump();
  }

  #receive(message: Incoming, buffers: readonly unknown[]): void {
    if (message.type !== "proxy" && message.type !== "caption") return;
    const key = message.type === "proxy" ? `${message.width} ${message.time} ${message.src}` : message.key;
    const item = this.#items.get(key);
    // Another tab's answers arrive here too.
    if (item?.state !== "asked") return;
    const bytes = bytesOf(buffers);
    if (message.type === "caption") [item.x, item.y] = [message.x, message.y];
    item.bytes = bytes?.byteLength ? bytes.slice() : null;
    this.#settle(item, item.bytes ? "here" : "none");
    // The others wait: unpacked, they would push out those that come first.
    if (item.bytes && this.#soon.has(item)) this.#unpack(item);
    else this.news.value += 1;
    this.#forgetBytes();
  }

  #unpack(item: Item): void {
    this.#clock += 1;
    item.used = this.#clock;
    if (item.bitmap || item.unpacking || !item.bytes) return;
    item.unpacking = true;
    const done = (bitmap: ImageBitmap | null) => {
      item.unpacking = false;
      if (this.#life.aborted) bitmap?.close();
      else {
        item.bitmap = bitmap;
        if (!bitmap) item.state = "none";
        this.#forgetBitmaps();
        this.news.value += 1;
      }
    };
    createImageBitmap(new Blob([item.bytes]), { premultiplyAlpha: "premultiply" }).then(done, () =>
      done(null),
    );
  }

  #forgetBitmaps(): void {
    const unpacked = [...this.#items.values()].filter((item) => item.bitmap).sort((a, b) => a.used - b.used);
    for (const item of unpacked.slice(0, Math.max(0, unpacked.length - MOST_UNPACKED))) {
      item.bitmap?.close();
      item.bitmap = null;
    }
  }

  #forgetBytes(): void {
    const packed = [...this.#items.values()].filter((item) => item.bytes).sort((a, b) => a.used - b.used);
    let sum = packed.reduce((total, item) => total + (item.bytes?.byteLength ?? 0), 0);
    for (const item of packed) {
      if (sum <= MOST_BYTES) return;
      sum -= item.bytes?.byteLength ?? 0;
      item.bitmap?.close();
      this.#items.delete(item.key);
    }
  }
}
