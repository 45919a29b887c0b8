/** Plays the draft for all views of a panel: one clock, one sound. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { eachFrame, onAbort } from "../lifetime.ts";
import type { Kernel } from "../state/kernel.ts";
import { type Screen, seek } from "../state/screen.ts";
import { type Film, frameAt, frameCount, readFilm, timeOf } from "./film.ts";
import { Sound } from "./sound.ts";

/** A sound that stands still for so long is waited for no longer. */
const PATIENCE_MS = 600;
/** Nearer to the end than this there is nothing left to play. */
const AT_END_MS = 20;

export class Playback {
  readonly film: ReadonlySignal<Film>;
  readonly loop = signal(false);
  readonly sound: Sound;
  readonly #screen: Screen;
  readonly #life: AbortSignal;
  #run: AbortController | null = null;
  #views = 0;
  #from = { time: 0, at: 0 };
  #moved = 0;

  constructor(kernel: Kernel, screen: Screen, life: AbortSignal) {
    this.#screen = screen;
    this.#life = life;
    this.film = computed(() => readFilm(screen.looked.value?.draft ?? kernel.draft.value));
    this.sound = new Sound(kernel, life);
    const stops = [
      effect(() => {
        const wanted = screen.sought.value;
        if (wanted && this.#run) this.#start(wanted.time);
      }),
      effect(() => {
        if (!screen.playing.value) this.pause();
      }),
      effect(() => {
        // What becomes ready while the film plays joins in.
        if (this.sound.state.value === "here" && this.#run) this.#start(screen.playhead.peek());
      }),
    ];
    onAbort(life, () => {
      for (const stop of stops) stop();
      this.pause();
    });
  }

  /** A view shows the draft until its signal is aborted; without any, nothing plays. */
  watch(view: AbortSignal): void {
    this.#views += 1;
    const stop = effect(() => this.sound.want(this.film.value.sound));
    onAbort(view, () => {
      stop();
      this.#views -= 1;
      if (this.#views === 0) this.pause();
    });
  }

  toggle(): void {
    if (this.#run) this.pause();
    else this.play();
  }

  play(): void {
    const { duration } = this.film.peek();
    if (this.#run || duration <= 0 || this.#life.aborted) return;
    const time = this.#screen.playhead.peek();
    this.#run = new AbortController();
    this.#screen.playing.value = true;
    this.#start(time >= duration - AT_END_MS ? 0 : time);
    eachFrame(() => this.#tick(), this.#run.signal);
  }

  pause(): void {
    if (!this.#run) return;
    this.#run.abort();
    this.#run = null;
    this.sound.audio.pause();
    this.#screen.playing.value = false;
  }

  /** Moves by frames and stands still there. */
  step(frames: number): void {
    this.pause();
    const film = this.film.peek();
    const wanted = frameAt(film, this.#screen.playhead.peek()) + frames;
    this.seekFrame(Math.max(0, Math.min(frameCount(film) - 1, wanted)));
  }

  seekFrame(frame: number): void {
    // Whole ms, as everything that tells times; rounded up, so that it is this frame's and not the one's before.
    seek(this.#screen, Math.ceil(timeOf(this.film.peek(), frame)));
  }

  #start(time: number): void {
    this.#from = { time, at: performance.now() };
    this.#moved = performance.now();
    const { audio, state } = this.sound;
    if (state.peek() !== "here") return;
    audio.currentTime = time / 1000;
    // Browsers that want a press first refuse: then it plays without.
    if (audio.paused) audio.play().catch(() => {});
  }

  #tick(): void {
    const { duration } = this.film.peek();
    let time = this.#now();
    if (time >= duration) {
      if (!this.loop.peek()) {
        this.#screen.playhead.value = duration;
        this.pause();
        return;
      }
      this.#start(0);
      time = 0;
    }
    this.#screen.playhead.value = Math.round(time);
  }

  /** The sound leads where there is one, as ears notice a jump and eyes don't. */
  #now(): number {
    const { audio, state } = this.sound;
    const now = performance.now();
    const clock = this.#from.time + now - this.#from.at;
    if (state.peek() !== "here" || audio.paused || audio.ended) return clock;
    const heard = 1000 * audio.currentTime;
    if (heard !== this.#from.time) this.#moved = now;
    else if (now - this.#moved > PATIENCE_MS) {
      audio.pause();
      return clock;
    }
    this.#from = { time: heard, at: now };
    return heard;
  }
}
