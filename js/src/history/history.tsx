import { computed, signal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Draft } from "../draft.generated.ts";
import { formatTime } from "../format.ts";
import { FilmCanvas } from "../preview/canvas.tsx";
import { readFilm } from "../preview/film.ts";
import type { Revision } from "../protocol.ts";
import { useStore } from "../state/store.ts";
import { clampTime } from "../timeline/geometry.ts";
import { Button } from "../ui/controls.tsx";

const MOST_LINES = 3;

/** What was said and done, the latest first: to look at, to compare with, to go back to. */
export function History(): JSX.Element {
  const { kernel, screen, history, strings } = useStore();
  const t = strings.value;
  const entries = history.entries.value;
  const [compared, setCompared] = useState<number | null>(null);
  const compare = (revision: number) => {
    history.fetch(revision);
    setCompared(compared === revision ? null : revision);
  };
  return (
    <section class="history" aria-label={t.hands.history}>
      {entries === null && <p class="history-note">{t.hands.loading}</p>}
      {entries?.length === 0 && <p class="history-note">{t.hands.noHistory}</p>}
      <ol class="revisions">
        {entries?.toReversed().map((entry) => (
          <Entry
            key={entry.revision}
            entry={entry}
            isNow={entry.revision === kernel.revision.value}
            isLooked={entry.revision === screen.looked.value?.revision}
            isCompared={entry.revision === compared}
            onCompare={() => compare(entry.revision)}
          />
        ))}
      </ol>
      {compared !== null && <Comparison revision={compared} />}
    </section>
  );
}

interface EntryProps {
  entry: Revision;
  isNow: boolean;
  isLooked: boolean;
  isCompared: boolean;
  onCompare: () => void;
}

function Entry({ entry, isNow, isLooked, isCompared, onCompare }: EntryProps): JSX.Element {
  const { history, strings } = useStore();
  const t = strings.value;
  const { revision, origin, words, changes } = entry;
  const more = changes.length - MOST_LINES;
  const title = words
    ? t.quote(words)
    : (changes[0] ?? (revision === 0 ? t.hands.beginning : t.hands.revision(revision)));
  const rest = words ? changes : changes.slice(1);
  return (
    <li class={`revision ${origin}${isNow ? " now" : ""}${isLooked ? " looked" : ""}`}>
      <button
        type="button"
        class="revision-look"
        aria-current={isLooked || (isNow && !isLooked) ? "true" : undefined}
        title={t.hands.look}
        onClick={() => history.look(revision)}
      >
        <span class="revision-number figures">{revision}</span>
        <span class="revision-words">
          <span class="revision-title">{title}</span>
          {rest.slice(0, MOST_LINES).map((line) => (
            <span class="revision-change" key={line}>
              {line}
            </span>
          ))}
          {more > 0 && rest.length > MOST_LINES && <span class="revision-change">{`+${more}`}</span>}
        </span>
        <span class="revision-facts">
          {isNow ? t.hands.now : (t.hands.origins[origin] ?? origin)}
          <time class="figures">
            {new Date(entry.time).toLocaleTimeString(t.language, { hour: "2-digit", minute: "2-digit" })}
          </time>
        </span>
      </button>
      {!isNow && (
        <Button
          label={t.hands.compare}
          icon="compare"
          bare
          look="quiet"
          pressed={isCompared}
          onClick={onCompare}
        />
      )}
    </li>
  );
}

/** Said above the tracks while an earlier draft is shown in place of the present one. */
export function Looked(): JSX.Element | null {
  const { kernel, screen, commands, history, strings } = useStore();
  const t = strings.value;
  const looked = screen.looked.value;
  if (!looked) return null;
  const { hosted } = kernel.backend.value;
  return (
    <div class="looked-banner" role="status">
      <span>
        <strong>{t.hands.revision(looked.revision)}</strong>{" "}
        {hosted ? t.hands.restoreHosted : t.hands.readOnly}
      </span>
      <span class="looked-buttons">
        {!hosted && (
          <Button
            label={t.hands.restore}
            icon="undo"
            look="primary"
            disabled={kernel.phase.value !== "ready"}
            onClick={() => commands.restore(looked.revision)}
          />
        )}
        <Button label={t.hands.backToNow} onClick={() => history.leave()} />
      </span>
    </div>
  );
}

/** Two drafts at the playhead, side by side. */
function Comparison({ revision }: { revision: number }): JSX.Element {
  const { kernel, history, strings } = useStore();
  const t = strings.value;
  const earlier = history.draft(revision);
  if (!earlier) return <p class="history-note">{t.hands.loading}</p>;
  return (
    <div class="comparison">
      <Side draft={earlier} name={`${t.hands.before} · ${t.hands.revision(revision)}`} />
      <Side draft={kernel.draft.value} name={`${t.hands.after} · ${t.hands.now}`} />
    </div>
  );
}

function Side({ draft, name }: { draft: Partial<Draft>; name: string }): JSX.Element {
  const { screen } = useStore();
  const shown = useMemo(() => {
    const film = readFilm(draft);
    return { film: signal(film), time: computed(() => clampTime(screen.playhead.value, film.duration)) };
  }, [draft, screen]);
  const { width, height } = shown.film.value;
  return (
    <figure>
      <div class="comparison-stage" style={{ aspectRatio: `${width} / ${height}` }}>
        <FilmCanvas film={shown.film} time={shown.time} label={name} />
      </div>
      <figcaption>
        {name} <span class="figures">{formatTime(shown.time.value)}</span>
      </figcaption>
    </figure>
  );
}
