/** The draft's sound, mixed by Python in the background; a preview plays on without it until it is here. */
import { type Signal, signal } from "@preact/signals";
import { later, onAbort } from "../lifetime.ts";
import type { Incoming } from "../protocol.ts";
import type { Kernel } from "../state/kernel.ts";
import { bytesOf } from "../transfer/bytes.ts";

/** Edits come in rows, and pictures come first: only what stays for a while is worth mixing. */
const SETTLE_MS = 1200;

export class Sound {
  readonly state: Signal<"none" | "mixing" | "here"> = signal("none");
  readonly muted = signal(false);
  /** Whether there is more to hear than can be heard here. */
  readonly elsewhere = signal(false);
  readonly audio = new Audio();
  readonly #kernel: Kernel;
  readonly #life: AbortSignal;
  #heard = "";
  #number = 0;
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #settling = new AbortController();

  constructor(kernel: Kernel, life: AbortSignal) {
    this.#kernel = kernel;
    this.#life = life;
    kernel.onMessage((message, buffers) => this.#receive(message, buffers));
    onAbort(life, () => this.#silence());
  }

  /** Makes sure that the sound is this one's; an empty one is silence. */
  want(heard: string): void {
    if (heard === this.#heard) return;
    this.#heard = heard;
    this.#silence();
    if (!heard) return;
    this.state.value = "mixing";
    this.#settling = new AbortController();
    later(() => this.#ask(), SETTLE_MS, AbortSignal.any([this.#settling.signal, this.#life]));
  }

  mute(muted: boolean): void {
    this.muted.value = muted;
    this.audio.muted = muted;
  }

  #silence(): void {
    this.#settling.abort();
    this.#number += 1;
    this.#pieces = [];
    this.audio.pause();
    if (this.audio.src) URL.revokeObjectURL(this.audio.src);
    this.audio.removeAttribute("src");
    this.state.value = "none";
    this.elsewhere.value = false;
  }

  #key(): string {
    return `${this.#number} ${this.#heard.length}`;
  }

  #ask(): void {
    const offset = this.#pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
    this.#kernel.send({ type: "sound", key: this.#key(), offset });
  }

  #receive(message: Incoming, buffers: readonly unknown[]): void {
    if (message.type !== "sound" || message.key !== this.#key() || this.state.peek() !== "mixing") return;
    const there = this.#pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
    const bytes = bytesOf(buffers);
    if (message.offset !== there) return;
    this.elsewhere.value = message.elsewhere ?? false;
    if (!bytes?.byteLength) {
      this.state.value = "none";
      return;
    }
    this.#pieces.push(bytes.slice());
    if (there + bytes.byteLength < message.total) {
      this.#ask();
      return;
    }
    this.audio.src = URL.createObjectURL(new Blob(this.#pieces, { type: "audio/mpeg" }));
    this.#pieces = [];
    this.state.value = "here";
  }
}
