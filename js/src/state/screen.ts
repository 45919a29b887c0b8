/** What only the screen knows: shared by all views of one panel in the page, unknown to Python, saved nowhere. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Draft } from "../draft.generated.ts";

export interface Screen {
  /** Ids of the selected segments, in the order in which they were chosen. */
  readonly selection: Signal<readonly string[]>;
  /** The one that was chosen last. */
  readonly selected: ReadonlySignal<string | null>;
  /** An earlier revision that is looked at in place of the present draft: nothing can be changed then. */
  readonly looked: Signal<{ readonly revision: number; readonly draft: Partial<Draft> } | null>;
  readonly historyOpen: Signal<boolean>;
  readonly snapping: Signal<boolean>;
  /** What is to be said of the last gesture: it was refused, or lies on top of a service's draft. */
  readonly word: Signal<{ readonly kind: "refused" | "stale" | "by-hand"; readonly text: string } | null>;
  /** Time of the playhead in ms. Videos write it as they play; to move them, use `seek`. */
  readonly playhead: Signal<number>;
  /** The last time somebody asked for; a new object each time, so that asking twice counts twice. */
  readonly sought: Signal<{ readonly time: number } | null>;
  readonly playing: Signal<boolean>;
  /** 1: the whole film fits. */
  readonly zoom: Signal<number>;
  /** What is typed and not sent yet. */
  readonly words: Signal<string>;
  /** What was sent while files were still on their way: it goes once they are there. */
  readonly held: Signal<string | null>;
  /** Files hover over the panel. */
  readonly dropping: Signal<boolean>;
  /** A request has been waiting for any answer from the kernel too long. */
  readonly unanswered: Signal<boolean>;
}

export function newScreen(): Screen {
  const selection = signal<readonly string[]>([]);
  return {
    selection,
    selected: computed(() => selection.value.at(-1) ?? null),
    looked: signal<Screen["looked"]["value"]>(null),
    historyOpen: signal(false),
    snapping: signal(true),
    word: signal<Screen["word"]["value"]>(null),
    playhead: signal(0),
    sought: signal<{ readonly time: number } | null>(null),
    playing: signal(false),
    zoom: signal(1),
    words: signal(""),
    held: signal<string | null>(null),
    dropping: signal(false),
    unanswered: signal(false),
  };
}

export function seek(screen: Screen, time: number): void {
  screen.playhead.value = time;
  screen.sought.value = { time };
}
