/**
 * What comes after the first paint: modules as text, from Python, as hosts give a widget no address that it could
 * fetch more from.
 */
import { type Signal, signal } from "@preact/signals";
import type { Strings } from "../i18n.ts";
import { later } from "../lifetime.ts";
import type newPainter from "../preview/painting.ts";
import type { Incoming, ModuleName } from "../protocol.ts";
import type { Kernel } from "./kernel.ts";

/** After this long without an answer it is asked for again, the next time after twice as long. */
const PATIENCE_MS = 3000;

/** Gives the default export of a module's text. */
export type Open = (text: string) => Promise<unknown>;

export class Modules {
  /** The default export of each, once it is here. */
  readonly painting: Signal<typeof newPainter | null> = signal(null);
  readonly chinese: Signal<Strings | null> = signal(null);
  readonly #kernel: Kernel;
  readonly #life: AbortSignal;
  readonly #open: Open;
  readonly #wanted = new Set<string>();
  readonly #come = new Set<string>();

  constructor(kernel: Kernel, life: AbortSignal, open: Open) {
    this.#kernel = kernel;
    this.#life = life;
    this.#open = open;
    kernel.onMessage((message) => {
      if (message.type === "module") this.#receive(message);
    });
  }

  want(name: ModuleName): void {
    if (this.#wanted.has(name)) return;
    this.#wanted.add(name);
    const ask = (patience: number) => {
      if (this.#come.has(name)) return;
      this.#kernel.send({ type: "module", name });
      later(() => ask(2 * patience), patience, this.#life);
    };
    ask(PATIENCE_MS);
  }

  async #receive({ name, text }: Extract<Incoming, { type: "module" }>): Promise<void> {
    if (!this.#wanted.has(name) || this.#come.has(name)) return;
    this.#come.add(name);
    const place: Signal<unknown> = this[name];
    const given = await this.#open(text);
    if (!this.#life.aborted) place.value = given;
  }
}

const opened = new Map<string, Promise<unknown>>();

/** Each text once a page: what a page imported it keeps. */
export function openText(text: string): Promise<unknown> {
  const known = opened.get(text);
  if (known) return known;
  const blob = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const written = `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`;
  // Pages may forbid the one and allow the other.
  const coming = import(/* @vite-ignore */ blob)
    .catch(() => import(/* @vite-ignore */ written))
    .then((module) => module.default)
    .finally(() => URL.revokeObjectURL(blob));
  opened.set(text, coming);
  return coming;
}
