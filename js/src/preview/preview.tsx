import { effect } from "@preact/signals";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { formatTime } from "../format.ts";
import { listen, onAbort, useLife } from "../lifetime.ts";
import { useStore } from "../state/store.ts";
import { Button, Empty } from "../ui/controls.tsx";
import { Spinner } from "../ui/icons.tsx";
import { FilmCanvas } from "./canvas.tsx";
import { frameAt, frameCount, sceneAt } from "./film.ts";
import type { Playback } from "./playback.ts";

const SECOND_MS = 1000;

/** The draft, played. */
export function Preview(): JSX.Element {
  const { kernel, modules, playback, screen, sources, strings } = useStore();
  const t = strings.value;
  const place = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(true);
  const film = playback.film.value;
  const shown = film.duration > 0 && film.tracks.some((track) => track.length > 0);
  useLife((life) => playback.watch(life), [playback]);
  useLife(
    (life) => {
      // A film is likely to come.
      modules.want("painting");
      if (!shown)
        onAbort(
          life,
          effect(() => sources.expect(kernel.photos.value)),
        );
    },
    [shown],
  );
  if (!shown)
    return (
      <div class="stage">
        <Empty icon="play" title={t.playerEmptyTitle}>
          <p>{t.playerEmpty}</p>
        </Empty>
      </div>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for whichever control within has the focus
    <div
      class="screening"
      ref={place}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (!press(event, playback, () => showWhole(place.current))) return;
        event.preventDefault();
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for what the button does */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button and the space bar do the same */}
      <div
        class="stage drawn"
        style={{ "--aspect": film.width / film.height }}
        onClick={() => playback.toggle()}
      >
        <FilmCanvas film={playback.film} time={screen.playhead} label={t.draftStage} onReady={setReady} />
        {!ready && (
          <p class="stage-note" role="status">
            <Spinner size={14} /> {t.fetchingPictures}
          </p>
        )}
        <ClipNote />
      </div>
      <Controls onWhole={() => showWhole(place.current)} />
      {playback.sound.elsewhere.value && (
        <p class="transport-note" role="note">
          {playback.sound.state.value === "here" ? t.soundPartly : t.soundElsewhere}
        </p>
      )}
    </div>
  );
}

/** True where the key meant something. */
function press(event: KeyboardEvent, playback: Playback, whole: () => void): boolean {
  const onButton = event.target instanceof HTMLButtonElement;
  const film = playback.film.peek();
  const frames = event.shiftKey ? Math.round((SECOND_MS * film.fps) / 1000) : 1;
  const keys: Record<string, () => void> = {
    k: () => playback.toggle(),
    ",": () => playback.step(-1),
    ".": () => playback.step(1),
    ArrowLeft: () => playback.step(-frames),
    ArrowRight: () => playback.step(frames),
    Home: () => playback.step(-frameCount(film)),
    End: () => playback.step(frameCount(film)),
    l: () => {
      playback.loop.value = !playback.loop.peek();
    },
    m: () => playback.sound.mute(!playback.sound.muted.peek()),
    f: whole,
    // A button that has the focus is pressed by it.
    ...(onButton ? {} : { " ": () => playback.toggle() }),
  };
  const act = keys[event.key];
  act?.();
  return act !== undefined;
}

function showWhole(element: HTMLElement | null): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  // Where a host forbids it, nothing happens.
  else element?.requestFullscreen?.().catch(() => {});
}

/** Clips stand still in the preview, which has to be said where one is seen. */
function ClipNote(): JSX.Element | null {
  const { playback, screen, strings } = useStore();
  const film = playback.film.value;
  // Without clips this has nothing to do with the time.
  if (!film.tracks.some((track) => track.some(({ isVideo }) => isVideo))) return null;
  const scene = sceneAt(film, screen.playhead.value);
  if (!scene.layers.some(({ incoming }) => incoming.picture.isVideo)) return null;
  return <p class="stage-note">{strings.value.clipStill}</p>;
}

function Controls({ onWhole }: { onWhole: () => void }): JSX.Element {
  const { playback, screen, strings } = useStore();
  const t = strings.value;
  const { sound, loop } = playback;
  const playing = screen.playing.value;
  const mixing = sound.state.value === "mixing";
  const [whole, setWhole] = useState(false);
  useLife(
    (life) => listen(document, "fullscreenchange", () => setWhole(document.fullscreenElement !== null), life),
    [],
  );
  return (
    <div class="transport" role="toolbar" aria-label={t.transport}>
      <Button
        label={playing ? t.pause : t.play}
        icon={playing ? "pause" : "play"}
        bare
        look="quiet"
        onClick={() => playback.toggle()}
      />
      <span class="transport-steps">
        <Button label={t.frameBack} icon="stepBack" bare look="quiet" onClick={() => playback.step(-1)} />
        <Button label={t.frameOn} icon="stepOn" bare look="quiet" onClick={() => playback.step(1)} />
      </span>
      <Position />
      <Button
        label={loop.value ? t.loopOff : t.loopOn}
        icon="loop"
        bare
        look="quiet"
        pressed={loop.value}
        onClick={() => {
          loop.value = !loop.value;
        }}
      />
      {sound.state.value !== "none" && (
        <Button
          label={mixing ? t.mixing : sound.muted.value ? t.soundOn : t.soundOff}
          icon={mixing || sound.muted.value ? "silent" : "loud"}
          bare
          look="quiet"
          disabled={mixing}
          onClick={() => sound.mute(!sound.muted.value)}
        />
      )}
      <Button label={whole ? t.wholeOff : t.wholeOn} icon="whole" bare look="quiet" onClick={onWhole} />
    </div>
  );
}

/** Apart from the buttons, so that a playing film draws this anew and nothing else. */
function Position(): JSX.Element {
  const { playback, screen, strings } = useStore();
  const film = playback.film.value;
  const time = Math.min(screen.playhead.value, film.duration);
  const last = frameCount(film) - 1;
  const frame = frameAt(film, time);
  return (
    <>
      <input
        class="transport-position"
        type="range"
        min={0}
        max={last}
        step={1}
        value={frame}
        aria-label={strings.value.position}
        aria-valuetext={strings.value.timeOf(formatTime(time), formatTime(film.duration))}
        style={{ "--part": `${last > 0 ? (100 * frame) / last : 0}%` }}
        onInput={(event) => playback.seekFrame(Number(event.currentTarget.value))}
      />
      <span class="transport-time figures">
        {formatTime(time)} / {formatTime(film.duration)}
      </span>
    </>
  );
}
