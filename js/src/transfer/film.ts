/** The exported film, fetched once for all views of the page, in pieces, into a Blob. */
import { effect, type Signal, signal } from "@preact/signals";
import { every, onAbort } from "../lifetime.ts";
import { CHUNK, type Film, type Incoming, WINDOW } from "../protocol.ts";
import type { Kernel } from "../state/kernel.ts";
import { bytesOf } from "./bytes.ts";
import { arrived, isComplete, openWindow, take, type Window } from "./window.ts";

/** Larger films wait for a press: not everybody who scrolls past wants 64 MB moved. */
export const EAGER_BYTES = 64 * 1024 * 1024;
const SILENCE_MS = 30_000;

export interface FilmState {
  status: "none" | "waiting" | "loading" | "ready" | "failed";
  received: number;
  total: number;
  url: string | null;
  problem?: "no-answer" | "broken" | "kernel";
  message?: string;
}

const NONE: FilmState = { status: "none", received: 0, total: 0, url: null };

interface Fetching {
  film: Film;
  window: Window;
  pieces: Map<number, Blob>;
  heard: number;
  life: AbortController;
}

export class FilmStore {
  readonly state: Signal<FilmState> = signal(NONE);
  readonly #kernel: Kernel;
  readonly #life: AbortSignal;
  #film: Film | null = null;
  #fetching: Fetching | null = null;
  #watched = false;

  constructor(kernel: Kernel, life: AbortSignal) {
    this.#kernel = kernel;
    this.#life = life;
    kernel.onMessage((message, buffers) => this.#receive(message, buffers));
    const stop = effect(() => this.#replace(kernel.film.value));
    onAbort(life, () => {
      stop();
      this.#drop();
    });
  }

  /** A player is on the page: films of modest size come by themselves from now on. */
  watch(): void {
    this.#watched = true;
    if (this.state.peek().status === "waiting" && this.#film && this.#film.size <= EAGER_BYTES) this.fetch();
  }

  fetch(): void {
    const film = this.#film;
    const { status } = this.state.peek();
    if (!film || status === "loading" || status === "ready") return;
    const life = new AbortController();
    this.#fetching = {
      film,
      window: openWindow(film.size, CHUNK),
      pieces: new Map(),
      heard: performance.now(),
      life,
    };
    this.state.value = { status: "loading", received: 0, total: film.size, url: null };
    every(() => this.#failIfSilent(), 1000, AbortSignal.any([life.signal, this.#life]));
    this.#ask();
  }

  #replace(film: Film | null): void {
    if (film?.id === this.#film?.id) return;
    this.#drop();
    this.#film = film;
    this.state.value = film ? { ...NONE, status: "waiting", total: film.size } : NONE;
    if (this.#watched) this.watch();
  }

  #drop(): void {
    this.#fetching?.life.abort();
    this.#fetching = null;
    const { url } = this.state.peek();
    if (url) URL.revokeObjectURL(url);
  }

  #ask(): void {
    const fetching = this.#fetching;
    while (fetching && fetching.window.pending.length < WINDOW) {
      const piece = take(fetching.window);
      if (!piece) return;
      fetching.window = piece.window;
      this.#kernel.send({ type: "film", id: fetching.film.id, ...piece.range });
    }
  }

  #receive(message: Incoming, buffers: readonly unknown[]): void {
    const fetching = this.#fetching;
    if (!fetching || (message.type !== "film" && message.type !== "film_failed")) return;
    if (message.id !== fetching.film.id) return;
    if (message.type === "film_failed") {
      this.#fail("kernel", message.message);
      return;
    }
    const bytes = bytesOf(buffers);
    if (!bytes || message.total !== fetching.film.size) {
      this.#fail("broken");
      return;
    }
    const window = arrived(fetching.window, message.offset + bytes.byteLength);
    // Asked for by another tab, or already here.
    if (window === fetching.window) return;
    fetching.window = window;
    fetching.heard = performance.now();
    // Blobs may leave memory for the disk; typed arrays may not.
    fetching.pieces.set(message.offset, new Blob([bytes]));
    if (isComplete(window)) this.#finish(fetching);
    else {
      const received = this.state.peek().received + bytes.byteLength;
      this.state.value = { ...this.state.peek(), received };
      this.#ask();
    }
  }

  #finish(fetching: Fetching): void {
    const inOrder = [...fetching.pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece);
    const blob = new Blob(inOrder, { type: "video/mp4" });
    const { size } = fetching.film;
    if (blob.size !== size) {
      this.#fail("broken");
      return;
    }
    fetching.life.abort();
    this.#fetching = null;
    this.state.value = { status: "ready", received: size, total: size, url: URL.createObjectURL(blob) };
  }

  #fail(problem: FilmState["problem"], message?: string): void {
    this.#fetching?.life.abort();
    this.#fetching = null;
    this.state.value = { ...this.state.peek(), status: "failed", problem, message };
  }

  #failIfSilent(): void {
    if (this.#fetching && performance.now() - this.#fetching.heard > SILENCE_MS) this.#fail("no-answer");
  }
}
