import { effect } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { formatBytes, formatTime, percent } from "../format.ts";
import { eachFrame, onAbort, useLife } from "../lifetime.ts";
import type { Film } from "../protocol.ts";
import { useStore } from "../state/store.ts";
import { EAGER_BYTES } from "../transfer/film.ts";
import { Button, Progress } from "../ui/controls.tsx";
import { Icon } from "../ui/icons.tsx";

export function FilmView({ film }: { film: Film }): JSX.Element {
  const { film: store, strings } = useStore();
  const t = strings.value;
  const state = store.state.value;
  if (state.url) return <Video key={state.url} url={state.url} label={t.filmOf(film.name)} />;
  const loaded = percent(state.received, state.total);
  return (
    <div class="stage-message">
      {state.status === "loading" && (
        <>
          <p>
            {t.loadFilm} <span class="figures">{loaded}%</span>
          </p>
          <Progress label={t.loadFilm} value={loaded} />
        </>
      )}
      {state.status === "waiting" && film.size > EAGER_BYTES && (
        <>
          <button type="button" class="big-play" aria-label={t.play} onClick={() => store.fetch()}>
            <Icon name="play" size={38} />
          </button>
          <span class="figures">{formatBytes(film.size)}</span>
        </>
      )}
      {state.status === "failed" && (
        <div role="alert">
          <p class="stage-title">{t.filmFailed}</p>
          <p>
            {state.problem === "kernel"
              ? state.message
              : state.problem === "broken"
                ? t.filmBroken
                : t.filmSilent}
          </p>
          <Button label={t.tryAgain} icon="retry" onClick={() => store.fetch()} />
        </div>
      )}
    </div>
  );
}

function Video({ url, label }: { url: string; label: string }): JSX.Element {
  const { screen } = useStore();
  const video = useRef<HTMLVideoElement>(null);
  const frames = useRef<AbortController | null>(null);

  const report = () => {
    if (video.current) screen.playhead.value = Math.round(1000 * video.current.currentTime);
  };
  const rest = () => {
    frames.current?.abort();
    frames.current = null;
    screen.playing.value = false;
  };

  useLife(
    (life) => {
      const stop = effect(() => {
        const wanted = screen.sought.value;
        if (wanted && video.current) video.current.currentTime = wanted.time / 1000;
      });
      onAbort(life, () => {
        stop();
        rest();
      });
    },
    [url],
  );

  return (
    // biome-ignore lint/a11y/useMediaCaption: the film's words are burnt into its pictures
    <video
      ref={video}
      src={url}
      aria-label={label}
      controls
      playsInline
      preload="metadata"
      onPlay={() => {
        rest();
        screen.playing.value = true;
        frames.current = new AbortController();
        eachFrame(report, frames.current.signal);
      }}
      onPause={() => {
        rest();
        report();
      }}
      onEnded={rest}
      onSeeked={(event) => {
        // A seek that the playhead asked for has already been told; the controls' own have not.
        if (Math.abs(1000 * event.currentTarget.currentTime - screen.playhead.value) > 1) report();
      }}
    />
  );
}

export function FilmLine({ film, tools }: { film: Film; tools?: JSX.Element }): JSX.Element {
  const { film: store, strings } = useStore();
  const t = strings.value;
  const { url } = store.state.value;
  const download = () => {
    if (!url) return;
    const link = document.createElement("a");
    link.href = url;
    link.download = film.name;
    link.click();
  };
  return (
    <div class="film-line">
      <span class="film-name" title={film.name}>
        {film.name}
      </span>
      <span class="film-facts figures">
        {film.width} × {film.height} · {formatTime(1000 * film.duration)} · {formatBytes(film.size)}
      </span>
      <Button label={t.download} icon="download" disabled={!url} onClick={download} />
      {tools}
    </div>
  );
}
