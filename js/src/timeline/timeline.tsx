import { effect } from "@preact/signals";
import type { JSX, RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { stackedTracks } from "../draft.ts";
import { History, Looked } from "../history/history.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { listen, onAbort, useLife, watchSize } from "../lifetime.ts";
import { useStore } from "../state/store.ts";
import { Button, Empty } from "../ui/controls.tsx";
import { CutChooser } from "./cut.tsx";
import { largestZoom, scaleAt, scrollAround, zoomed, zoomedBy } from "./geometry.ts";
import { Hands } from "./hands.ts";
import { Help } from "./help.tsx";
import { Clock } from "./ruler.tsx";
import { Tracks } from "./tracks.tsx";

export function Timeline({ tools }: { tools?: JSX.Element }): JSX.Element {
  const store = useStore();
  const { draft, screen, strings } = store;
  const t = strings.value;
  const { duration } = draft.value;
  const hands = useMemo(() => new Hands(store), [store]);
  const tracks = useMemo(() => stackedTracks(draft.value), [draft.value]);
  const viewport = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const shown = tracks.length > 0 && duration > 0;
  // Room for the last label and the playhead's handle.
  const room = Math.max(0, width - 24);
  const zoom = screen.zoom.value;
  const scale = scaleAt(zoom, duration, room);
  const anchor = useRef<number | null>(null);

  useLife(
    (life) => {
      if (viewport.current) watchSize(viewport.current, setWidth, life);
    },
    [shown],
  );
  useSteadyZoom(viewport, scale, anchor);
  useFollowing(viewport, scale);
  usePinching(viewport, shown, (factor, x) => {
    anchor.current = x;
    screen.zoom.value = zoomedBy(screen.zoom.peek(), factor, duration, room);
  });

  const zoomTo = (by: 1 | -1 | 0) => {
    screen.zoom.value = by === 0 ? 1 : zoomed(zoom, by, duration, room);
  };
  const locked = screen.looked.value !== null;
  return (
    <section class="timeline" aria-label={t.timeline}>
      <div class="bar">
        <span class="bar-title" aria-hidden="true">
          {t.timeline}
        </span>
        {shown && <Clock duration={duration} />}
        <span class="bar-gap" />
        {shown && !locked && <EditButtons hands={hands} />}
        {tools}
        <span class="bar-group">
          <Button
            label={t.zoomOut}
            icon="zoomOut"
            bare
            look="quiet"
            disabled={!shown || zoom <= 1}
            onClick={() => zoomTo(-1)}
          />
          <Button
            label={t.zoomFit}
            icon="fit"
            bare
            look="quiet"
            disabled={!shown || zoom <= 1}
            onClick={() => zoomTo(0)}
          />
          <Button
            label={t.zoomIn}
            icon="zoomIn"
            bare
            look="quiet"
            disabled={!shown || zoom >= largestZoom(duration, room)}
            onClick={() => zoomTo(1)}
          />
          <Button
            label={t.hands.history}
            icon="history"
            bare
            look="quiet"
            pressed={screen.historyOpen.value}
            onClick={() => {
              screen.historyOpen.value = !screen.historyOpen.value;
            }}
          />
          <Button
            label={t.hands.keys}
            icon="keys"
            bare
            look="quiet"
            pressed={hands.helping.value}
            onClick={() => {
              hands.helping.value = !hands.helping.value;
            }}
          />
        </span>
      </div>
      {hands.helping.value && <Help onClose={() => (hands.helping.value = false)} />}
      {screen.historyOpen.value && <History />}
      {locked && <Looked />}
      {shown ? (
        <>
          <Tracks
            tracks={tracks}
            viewport={viewport}
            scale={scale}
            width={width}
            hands={hands}
            zoomTo={zoomTo}
          />
          <Word />
          {!locked && (hands.cut.value === null ? <Inspector hands={hands} /> : <CutChooser hands={hands} />)}
        </>
      ) : (
        <Empty icon="film" title={t.timelineEmptyTitle}>
          <p>{t.timelineEmpty}</p>
        </Empty>
      )}
    </section>
  );
}

function EditButtons({ hands }: { hands: Hands }): JSX.Element {
  const { screen, strings } = useStore();
  const t = strings.value;
  const chosen = screen.selection.value.length > 0;
  return (
    <span class="bar-group">
      <SplitButton hands={hands} />
      <Button
        label={t.hands.duplicate}
        icon="copy"
        bare
        look="quiet"
        disabled={!chosen}
        onClick={() => hands.duplicate()}
      />
      <Button
        label={t.remove}
        icon="trash"
        bare
        look="quiet"
        disabled={!chosen}
        onClick={() => hands.remove()}
      />
      <Button label={t.hands.addTitle} icon="text" bare look="quiet" onClick={() => hands.addTitle()} />
      <Button
        label={t.hands.snapping}
        icon="magnet"
        bare
        look="quiet"
        pressed={screen.snapping.value}
        onClick={() => {
          screen.snapping.value = !screen.snapping.value;
        }}
      />
    </span>
  );
}

/** By itself, for it follows the playhead. */
function SplitButton({ hands }: { hands: Hands }): JSX.Element {
  const { strings } = useStore();
  return (
    <Button
      label={strings.value.hands.split}
      icon="split"
      bare
      look="quiet"
      disabled={hands.splittable() === undefined}
      onClick={() => hands.split()}
    />
  );
}

/** What is to be said of the last gesture. */
function Word(): JSX.Element | null {
  const { screen, commands, strings } = useStore();
  const t = strings.value;
  const word = screen.word.value;
  if (!word) return null;
  if (word.kind === "by-hand")
    return (
      <div class="word" role="status">
        <span>{t.hands.byHand}</span>
        <Button label={t.hands.asWords} icon="send" look="quiet" onClick={commands.asWords} />
      </div>
    );
  return (
    <div class="word warn" role="alert">
      <span>{word.kind === "stale" ? t.hands.stale : word.text}</span>
      <Button label={t.gotIt} look="quiet" onClick={() => (screen.word.value = null)} />
    </div>
  );
}

function useSteadyZoom(
  viewport: RefObject<HTMLDivElement | null>,
  scale: number,
  anchor: RefObject<number | null>,
): void {
  const { screen } = useStore();
  const last = useRef(scale);
  useEffect(() => {
    const box = viewport.current;
    if (box && last.current > 0 && scale !== last.current) {
      // What the fingers are on stays there, else the playhead where it is in sight, else the middle.
      const at = screen.playhead.peek() * last.current - box.scrollLeft;
      const inSight = at >= 0 && at <= box.clientWidth;
      const steady = anchor.current ?? (inSight ? at : box.clientWidth / 2);
      box.scrollLeft = scrollAround(box.scrollLeft, steady, last.current, scale);
      anchor.current = null;
    }
    last.current = scale;
  }, [scale, viewport, screen, anchor]);
}

/** Playing turns the page when the playhead leaves the part in sight. */
function useFollowing(viewport: RefObject<HTMLDivElement | null>, scale: number): void {
  const { screen } = useStore();
  useLife(
    (life) => {
      const stop = effect(() => {
        const x = screen.playhead.value * scale;
        const box = viewport.current;
        if (!box || !screen.playing.value) return;
        if (x < box.scrollLeft || x > box.scrollLeft + box.clientWidth - 24)
          box.scrollLeft = Math.max(0, x - 40);
      });
      onAbort(life, stop);
    },
    [scale],
  );
}

/** The wheel with Ctrl, which is what touchpads send for a pinch, and two fingers on a screen. */
function usePinching(
  viewport: RefObject<HTMLDivElement | null>,
  shown: boolean,
  zoom: (factor: number, x: number) => void,
): void {
  const latest = useRef(zoom);
  latest.current = zoom;
  useLife(
    (life) => {
      const box = viewport.current;
      if (!box) return;
      const place = (x: number) => x - box.getBoundingClientRect().left;
      listen(
        box,
        "wheel",
        (event) => {
          if (!event.ctrlKey && !event.metaKey) return;
          event.preventDefault();
          const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * 16;
          latest.current(Math.exp(-Math.min(60, Math.max(-60, pixels)) / 100), place(event.clientX));
        },
        life,
      );
      let apart = 0;
      listen(
        box,
        "touchmove",
        (event) => {
          const [a, b] = event.touches;
          if (!a || !b) return;
          event.preventDefault();
          const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
          if (apart > 0) latest.current(now / apart, place((a.clientX + b.clientX) / 2));
          apart = now;
        },
        life,
      );
      for (const type of ["touchstart", "touchend"] as const) listen(box, type, () => (apart = 0), life);
    },
    [shown],
  );
}
