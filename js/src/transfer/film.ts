/**
 * The finished film, for all views of the page: by the server's own address where it shows the file, otherwise fetched
 * in pieces, four under way, into a Blob. Nothing moves until somebody wants to see it.
 */
import { effect, type Signal, signal } from "@preact/signals";
import { every, onAbort } from "../lifetime.ts";
import { CHUNK, type Film, type Incoming, WINDOW } from "../protocol.ts";
import type { Kernel } from "../state/kernel.ts";
import { bytesOf } from "./bytes.ts";
import { servedFilm } from "./served.ts";
import { arrived, isComplete, openWindow, take, type Window } from "./window.ts";

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
  /** Somebody pressed Play. */
  wanted = false;
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

  /** A player is on the page: the server's own address, where there is one, is found without moving the film. */
  watch(): void {
    this.#watched = true;
    const film = this.#film;
    if (!film || this.state.peek().status !== "waiting") return;
    void this.#served(film).then((url) => {
      if (url && this.#film === film && this.state.peek().status === "waiting") this.#ready(film, url);
    });
  }

  /** Somebody wants to see it: it plays once it is there. */
  play(): void {
    this.wanted = true;
    void this.fetch();
  }

  /** The film's address once it is there; null where it doesn't come. */
  async get(): Promise<string | null> {
    await this.fetch();
    return new Promise((resolve) => {
      const stop = effect(() => {
        const { status, url } = this.state.value;
        if (status === "loading") return;
        resolve(url);
        queueMicrotask(() => stop());
      });
      onAbort(this.#life, stop);
    });
  }

  /** Begins to bring it. */
  async fetch(): Promise<void> {
    const film = this.#film;
    const { status } = this.state.peek();
    if (!film || status === "loading" || status === "ready") return;
    this.state.value = { status: "loading", received: 0, total: film.size, url: null };
    const url = await this.#served(film);
    // Meanwhile another film may have come, or the panel gone.
    if (this.#film !== film || this.#life.aborted) return;
    if (url) this.#ready(film, url);
    else this.#begin(film);
  }

  #served(film: Film): Promise<string | null> {
    return servedFilm(film, this.#kernel.notebook, this.#life);
  }

  #ready(film: Film, url: string): void {
    this.state.value = { status: "ready", received: film.size, total: film.size, url };
  }

  #begin(film: Film): void {
    const life = new AbortController();
    this.#fetching = {
      film,
      window: openWindow(film.size, CHUNK),
      pieces: new Map(),
      heard: performance.now(),
      life,
    };
    every(() => this.#failIfSilent(), 1000, AbortSignal.any([life.signal, this.#life]));
    this.#ask();
  }

  #replace(film: Film | null): void {
    if (film?.id === this.#film?.id) return;
    this.#drop();
    this.wanted = false;
    this.#film = film;
    this.state.value = film ? { ...NONE, status: "waiting", total: film.size } : NONE;
    if (this.#watched) this.watch();
  }

  #drop(): void {
    this.#fetching?.life.abort();
    this.#fetching = null;
    const { url } = this.state.peek();
    if (url?.startsWith("blob:")) URL.revokeObjectURL(url);
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
    this.#ready(fetching.film, URL.createObjectURL(blob));
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
