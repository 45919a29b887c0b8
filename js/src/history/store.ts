/** The history as Python tells it: its entries, and the drafts of those that somebody looked at. */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Draft } from "../draft.generated.ts";
import { onAbort } from "../lifetime.ts";
import type { Revision } from "../protocol.ts";
import type { Kernel } from "../state/kernel.ts";
import type { Screen } from "../state/screen.ts";

const MOST_DRAFTS = 8;

export class HistoryStore {
  readonly #entries = signal<readonly Revision[] | null>(null);
  readonly #drafts = signal<ReadonlyMap<number, Partial<Draft>>>(new Map());
  readonly #kernel: Kernel;
  readonly #screen: Screen;
  #wanted = -1;

  constructor(kernel: Kernel, screen: Screen, life: AbortSignal) {
    this.#kernel = kernel;
    this.#screen = screen;
    kernel.onMessage((message) => {
      if (message.type === "history") this.#entries.value = message.entries;
      if (message.type === "revision") this.#keep(message.revision, message.draft);
    });
    onAbort(
      life,
      effect(() => {
        kernel.revision.value;
        if (screen.historyOpen.value) kernel.send({ type: "history" });
      }),
    );
  }

  /** Oldest first; null before they are here. */
  get entries(): ReadonlySignal<readonly Revision[] | null> {
    return this.#entries;
  }

  /** The draft of a revision once it is here; `fetch` asks for it. */
  draft(revision: number): Partial<Draft> | undefined {
    return this.#drafts.value.get(revision);
  }

  fetch(revision: number): void {
    if (!this.#drafts.peek().has(revision)) this.#kernel.send({ type: "revision", revision });
  }

  /** Shows a revision in place of the present draft, as soon as it is here. */
  look(revision: number): void {
    if (revision === this.#kernel.revision.peek()) {
      this.leave();
      return;
    }
    this.#wanted = revision;
    const draft = this.#drafts.peek().get(revision);
    if (draft) this.#screen.looked.value = { revision, draft };
    else this.fetch(revision);
  }

  leave(): void {
    this.#wanted = -1;
    this.#screen.looked.value = null;
  }

  #keep(revision: number, draft: Partial<Draft>): void {
    const kept = [...this.#drafts.peek()].filter(([other]) => other !== revision);
    this.#drafts.value = new Map([...kept.slice(1 - MOST_DRAFTS), [revision, draft]]);
    if (revision === this.#wanted) this.#screen.looked.value = { revision, draft };
  }
}
