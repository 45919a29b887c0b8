import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Preview } from "../preview/preview.tsx";
import type { Film } from "../protocol.ts";
import { useStore } from "../state/store.ts";
import { FilmLine, FilmView } from "./film.tsx";
import { Rendering } from "./rendering.tsx";

type Mode = "draft" | "film";

/** What is on the stage: the draft as it stands, or the film that was made of an earlier or the same draft. */
export function Player({ tools }: { tools?: JSX.Element }): JSX.Element {
  const { kernel, film: store, strings } = useStore();
  const t = strings.value;
  const film = kernel.film.value;
  const [mode, setMode] = useMode(film?.id, kernel.revision.value);
  const shown = mode === "film" ? film : null;
  useEffect(() => {
    if (shown) store.watch();
  }, [store, shown]);
  return (
    <section class="player" aria-label={t.player}>
      {shown ? (
        <div class="stage dark" style={{ "--aspect": shapeOf(shown) }}>
          <FilmView film={shown} />
        </div>
      ) : (
        <Preview />
      )}
      <Rendering />
      {film && <Modes mode={mode} onChoose={setMode} />}
      {shown ? <FilmLine film={shown} tools={tools} /> : tools && <div class="film-line">{tools}</div>}
    </section>
  );
}

function shapeOf({ width, height }: Film): number {
  return width > 0 && height > 0 ? width / height : 16 / 9;
}

/** A new film is shown once it is there; a changed draft comes back to the stage. */
function useMode(film: string | undefined, revision: number): [Mode, (mode: Mode) => void] {
  const [mode, setMode] = useState<Mode>("draft");
  const [last, setLast] = useState({ film: "", revision });
  if (film && film !== last.film) {
    setLast({ film, revision });
    setMode("film");
  } else if (revision !== last.revision) {
    setLast({ ...last, revision });
    setMode("draft");
  }
  return [film ? mode : "draft", setMode];
}

function Modes({ mode, onChoose }: { mode: Mode; onChoose: (mode: Mode) => void }): JSX.Element {
  const t = useStore().strings.value;
  const choice = (of: Mode, label: string) => (
    <button type="button" aria-pressed={mode === of} onClick={() => onChoose(of)}>
      {label}
    </button>
  );
  return (
    <fieldset class="modes" aria-label={t.shownOnStage}>
      {choice("draft", t.draftMode)}
      {choice("film", t.filmMode)}
    </fieldset>
  );
}
