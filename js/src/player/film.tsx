import { effect } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { formatBytes, formatTime, percent } from "../format.ts";
import { eachFrame, onAbort, useLife } from "../lifetime.ts";
import type { Film } from "../protocol.ts";
import { useStore } from "../state/store.ts";
import { LARGE } from "../transfer/thumbnails.ts";
import { Button, Progress } from "../ui/controls.tsx";
import { Icon } from "../ui/icons.tsx";
import { Thumbnail } from "../ui/thumbnail.tsx";
import { cannotPlay } from "./abilities.ts";

/** The picture that stands for a film until it plays. */
export function posterOf(film: Film): string {
  return `film:${film.id}`;
}

export function FilmView({ film }: { film: Film }): JSX.Element {
  const { film: store } = useStore();
  const state = store.state.value;
  if (cannotPlay() === "picture") return <Unplayable film={film} />;
  return (
    <Thumbnail asset={posterOf(film)} width={LARGE}>
      {(poster) =>
        state.url ? (
          <Video key={state.url} url={state.url} film={film} poster={poster} />
        ) : (
          <>
            {poster && <img class="still contain" src={poster} alt="" />}
            <Waiting film={film} />
          </>
        )
      }
    </Thumbnail>
  );
}

function Waiting({ film }: { film: Film }): JSX.Element {
  const { film: store, strings } = useStore();
  const t = strings.value;
  const { status, received, total, problem, message } = store.state.value;
  const loaded = percent(received, total);
  const reasons = { kernel: message, broken: t.filmBroken, "no-answer": t.filmSilent };
  if (status === "loading")
    return (
      <div class="stage-message veiled">
        <p>
          {t.loadFilm} <span class="figures">{loaded}%</span>
        </p>
        <Progress label={t.loadFilm} value={loaded} />
      </div>
    );
  if (status === "failed")
    return (
      <div class="stage-message veiled" role="alert">
        <p class="stage-title">{t.filmFailed}</p>
        <p>{reasons[problem ?? "broken"]}</p>
        <Button label={t.tryAgain} icon="retry" onClick={() => store.play()} />
      </div>
    );
  return (
    <div class="stage-message">
      <button type="button" class="big-play" aria-label={t.playFilm(film.name)} onClick={() => store.play()}>
        <Icon name="play" size={38} />
      </button>
    </div>
  );
}

function Unplayable({ film }: { film: Film }): JSX.Element {
  const t = useStore().strings.value;
  return (
    <Thumbnail asset={posterOf(film)} width={LARGE}>
      {(poster) => (
        <>
          {poster && <img class="still contain" src={poster} alt="" />}
          <div class="stage-message veiled" role="note">
            <p class="stage-title">{t.cannotPlayTitle}</p>
            <p>{t.cannotPlay}</p>
          </div>
        </>
      )}
    </Thumbnail>
  );
}

interface VideoProps {
  url: string;
  film: Film;
  poster: string | null;
}

function Video({ url, film, poster }: VideoProps): JSX.Element {
  const { screen, film: store, strings } = useStore();
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
      aria-label={strings.value.filmOf(film.name)}
      poster={poster ?? undefined}
      autoPlay={store.wanted}
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
  const { kernel, film: store, strings } = useStore();
  const t = strings.value;
  const download = async () => {
    const url = await store.get();
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
        {cannotPlay() === "sound" && <> · {t.silentHost}</>}
      </span>
      {film.embeds && (
        <Button
          label={t.embed}
          icon="film"
          hint={t.embedHint}
          onClick={() => kernel.send({ type: "embed" })}
        />
      )}
      <Button label={t.download} icon="download" onClick={() => void download()} />
      {tools}
    </div>
  );
}
