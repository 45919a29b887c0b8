/** Small pictures of assets, asked for when first looked at, a few at a time, kept as blob URLs. */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { later, onAbort } from "../lifetime.ts";
import type { Incoming } from "../protocol.ts";
import type { Kernel } from "../state/kernel.ts";
import { bytesOf } from "./bytes.ts";

const AT_ONCE = 6;
const PATIENCE_MS = 20_000;

/** Widths in pixels: lists and timeline, and the player's stage. */
export const SMALL = 240;
export const LARGE = 960;

interface Picture {
  asset: string;
  width: number;
  url: Signal<string | null>;
  asked: AbortController | null;
}

export class Thumbnails {
  readonly #pictures = new Map<string, Picture>();
  readonly #queue: Picture[] = [];
  #waiting = 0;
  readonly #kernel: Kernel;
  readonly #life: AbortSignal;

  constructor(kernel: Kernel, life: AbortSignal) {
    this.#kernel = kernel;
    this.#life = life;
    kernel.onMessage((message, buffers) => this.#receive(message, buffers));
    onAbort(life, () => {
      for (const { url } of this.#pictures.values()) if (url.value) URL.revokeObjectURL(url.value);
    });
  }

  /** The picture's address once it is here; asking does not fetch, `want` does. */
  url(asset: string, width: number): ReadonlySignal<string | null> {
    return this.#picture(asset, width).url;
  }

  want(asset: string, width: number): void {
    const picture = this.#picture(asset, width);
    if (picture.url.value || picture.asked || this.#queue.includes(picture)) return;
    this.#queue.push(picture);
    this.#pump();
  }

  #picture(asset: string, width: number): Picture {
    const key = `${width} ${asset}`;
    let picture = this.#pictures.get(key);
    if (!picture) {
      picture = { asset, width, url: signal(null), asked: null };
      this.#pictures.set(key, picture);
    }
    return picture;
  }

  #pump(): void {
    while (this.#waiting < AT_ONCE) {
      const picture = this.#queue.shift();
      if (!picture) return;
      this.#waiting += 1;
      const asked = new AbortController();
      picture.asked = asked;
      later(() => this.#settle(picture), PATIENCE_MS, AbortSignal.any([asked.signal, this.#life]));
      this.#kernel.send({ type: "thumbnail", asset: picture.asset, width: picture.width });
    }
  }

  #settle(picture: Picture): void {
    if (!picture.asked) return;
    picture.asked.abort();
    picture.asked = null;
    this.#waiting -= 1;
    this.#pump();
  }

  #receive(message: Incoming, buffers: readonly unknown[]): void {
    if (message.type !== "thumbnail") return;
    const picture = this.#pictures.get(`${message.width} ${message.asset}`);
    // Another tab's thumbnails arrive here too.
    if (!picture?.asked) return;
    const bytes = bytesOf(buffers);
    if (bytes && bytes.byteLength > 0)
      picture.url.value = URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
    this.#settle(picture);
  }
}
