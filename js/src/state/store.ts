/** All that the views of one panel share. Made once a model; let go when the model goes. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type DraftView, readDraft } from "../draft.ts";
import { HistoryStore } from "../history/store.ts";
import { en, type Language, languageFor, type Strings } from "../i18n.ts";
import { later, onAbort } from "../lifetime.ts";
import { Playback } from "../preview/playback.ts";
import { Sources } from "../preview/sources.ts";
import type { Model } from "../protocol.ts";
import { Peaks } from "../timeline/peaks.ts";
import { FilmStore } from "../transfer/film.ts";
import { Thumbnails } from "../transfer/thumbnails.ts";
import { Uploads } from "../transfer/uploads.ts";
import { type Commands, newCommands } from "./commands.ts";
import { connectKernel, type Kernel } from "./kernel.ts";
import { Modules, type Open } from "./modules.ts";
import { newScreen, type Screen } from "./screen.ts";

export interface Store {
  readonly kernel: Kernel;
  readonly screen: Screen;
  readonly commands: Commands;
  /** What is shown: the present draft, or the earlier one that is looked at. */
  readonly draft: ReadonlySignal<DraftView>;
  readonly modules: Modules;
  readonly language: ReadonlySignal<Language>;
  readonly strings: ReadonlySignal<Strings>;
  /** Whether the strings are in the page's language, or have been waited for in vain. */
  readonly spoken: ReadonlySignal<boolean>;
  readonly uploads: Uploads;
  readonly thumbnails: Thumbnails;
  readonly film: FilmStore;
  readonly history: HistoryStore;
  readonly peaks: Peaks;
  /** What the draft's preview is painted with, and what plays it. */
  readonly sources: Sources;
  readonly playback: Playback;
}

/** For so long nothing is better than words in another language. */
const SPEECHLESS_MS = 1000;

export function createStore(model: Model, life: AbortSignal, open: Open): Store {
  const kernel = connectKernel(model, life);
  const modules = new Modules(kernel, life, open);
  const language = computed(() =>
    languageFor(kernel.language.value, document.documentElement.lang, navigator.language),
  );
  const patient = signal(true);
  const learn = effect(() => {
    if (language.value === "zh") modules.want("chinese");
  });
  onAbort(life, learn);
  later(
    () => {
      patient.value = false;
    },
    SPEECHLESS_MS,
    life,
  );
  const screen = newScreen();
  const commands = newCommands(kernel, screen, life);
  const uploads = new Uploads(kernel, life);
  // A film of half the photos is nobody's wish: words wait for the files that were there before them.
  const release = effect(() => {
    const words = screen.held.value;
    if (words === null || uploads.busy.value || kernel.phase.value !== "ready") return;
    screen.held.value = null;
    commands.send(words);
  });
  onAbort(life, release);
  return {
    kernel,
    screen,
    commands,
    draft: computed(() => readDraft(screen.looked.value?.draft ?? kernel.draft.value)),
    modules,
    language,
    strings: computed(() => (language.value === "zh" && modules.chinese.value) || en),
    spoken: computed(() => language.value === "en" || modules.chinese.value !== null || !patient.value),
    uploads,
    thumbnails: new Thumbnails(kernel, life),
    film: new FilmStore(kernel, life),
    history: new HistoryStore(kernel, screen, life),
    peaks: new Peaks(kernel),
    sources: new Sources(kernel, life),
    playback: new Playback(kernel, screen, life),
  };
}

const StoreContext = createContext<Store | null>(null);

export const StoreProvider = StoreContext.Provider;

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error("a part of the panel was drawn outside of it");
  return store;
}
