import { effect } from "@preact/signals";
import type { JSX, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { findSegment, mainTrack, type SegmentView, stackedTracks, type TrackView } from "../draft.ts";
import { onAbort, useLife, watchSize } from "../lifetime.ts";
import { useStore } from "../state/store.ts";
import { Button, Empty } from "../ui/controls.tsx";
import { Details } from "./details.tsx";
import { largestZoom, packRows, scaleAt, scrollAfterZoom, zoomed } from "./geometry.ts";
import { segmentTitle, trackName } from "./labels.ts";
import { Lane } from "./lane.tsx";
import { NAVIGATION, segmentAfter } from "./moves.ts";
import { Clock, PlayheadLine, Ruler } from "./ruler.tsx";

export function Timeline({ tools }: { tools?: JSX.Element }): JSX.Element {
  const { draft, screen, strings } = useStore();
  const t = strings.value;
  const { duration } = draft.value;
  const tracks = stackedTracks(draft.value);
  const viewport = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const shown = tracks.length > 0 && duration > 0;
  // Room for the last label and the playhead's handle.
  const room = Math.max(0, width - 24);
  const zoom = screen.zoom.value;
  const scale = scaleAt(zoom, duration, room);

  useLife(
    (life) => {
      if (viewport.current) watchSize(viewport.current, setWidth, life);
    },
    [shown],
  );
  useSteadyZoom(viewport, scale);
  useFollowing(viewport, scale);

  const setZoom = (wanted: number) => {
    screen.zoom.value = wanted;
  };
  return (
    <section class="timeline" aria-label={t.timeline}>
      <div class="bar">
        <span class="bar-title" aria-hidden="true">
          {t.timeline}
        </span>
        {shown && <Clock duration={duration} />}
        <span class="bar-gap" />
        {tools}
        <Button
          label={t.zoomOut}
          icon="zoomOut"
          bare
          look="quiet"
          disabled={!shown || zoom <= 1}
          onClick={() => setZoom(zoomed(zoom, -1, duration, room))}
        />
        <Button
          label={t.zoomFit}
          icon="fit"
          bare
          look="quiet"
          disabled={!shown || zoom <= 1}
          onClick={() => setZoom(1)}
        />
        <Button
          label={t.zoomIn}
          icon="zoomIn"
          bare
          look="quiet"
          disabled={!shown || zoom >= largestZoom(duration, room)}
          onClick={() => setZoom(zoomed(zoom, 1, duration, room))}
        />
      </div>
      {shown ? (
        <Tracks tracks={tracks} viewport={viewport} scale={scale} />
      ) : (
        <Empty icon="film" title={t.timelineEmptyTitle}>
          <p>{t.timelineEmpty}</p>
        </Empty>
      )}
    </section>
  );
}

function useSteadyZoom(viewport: RefObject<HTMLDivElement | null>, scale: number): void {
  const { screen } = useStore();
  const last = useRef(scale);
  useLayoutEffect(() => {
    const box = viewport.current;
    if (box && last.current > 0 && scale !== last.current) {
      const { scrollLeft, clientWidth } = box;
      box.scrollLeft = scrollAfterZoom(scrollLeft, clientWidth, last.current, scale, screen.playhead.peek());
    }
    last.current = scale;
  }, [scale, viewport, screen]);
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

interface TracksProps {
  tracks: readonly TrackView[];
  viewport: RefObject<HTMLDivElement | null>;
  scale: number;
}

function Tracks({ tracks, viewport, scale }: TracksProps): JSX.Element {
  const { draft, screen, commands, strings } = useStore();
  const t = strings.value;
  const { duration } = draft.value;
  const spine = mainTrack(draft.value);
  const selected = findSegment(draft.value, screen.selected.value);
  const [reached, setReached] = useState<Readonly<Record<string, string>>>({});
  const [news, setNews] = useState("");
  const focusNext = useRef<string | null>(null);

  const focus = (id: string) =>
    viewport.current?.querySelector<HTMLElement>(`[data-segment="${CSS.escape(id)}"]`)?.focus();

  // A changed draft draws its segments anew: the keyboard's place has to follow.
  useLayoutEffect(() => {
    const id = focusNext.current;
    focusNext.current = null;
    if (id) focus(id);
  }, [draft.value]);

  const remove = (segment: SegmentView, keepFocus: boolean) => {
    if (!commands.edit({ op: "remove", id: segment.id })) return;
    const track = tracks.find((other) => other.segments.includes(segment));
    const index = track?.segments.indexOf(segment) ?? -1;
    const neighbour = track?.segments[index + 1] ?? track?.segments[index - 1];
    if (keepFocus) focusNext.current = neighbour?.id ?? null;
    if (screen.selected.value === segment.id) screen.selected.value = neighbour?.id ?? null;
    setNews(t.removed(segmentTitle(segment, t)));
  };

  const move = (segment: SegmentView, step: -1 | 1, keepFocus: boolean) => {
    const places = spine?.segments ?? [];
    const index = places.indexOf(segment);
    const wanted = index + step;
    if (index === -1 || wanted < 0 || wanted >= places.length) return;
    if (!commands.edit({ op: "move", id: segment.id, index: wanted })) return;
    if (keepFocus) focusNext.current = segment.id;
    setNews(t.moved(segmentTitle(segment, t), wanted + 1, places.length));
  };

  const onKeyDown = (event: KeyboardEvent, segment: SegmentView, track: TrackView) => {
    if (event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (event.altKey && (key === "ArrowLeft" || key === "ArrowRight"))
      move(segment, key === "ArrowLeft" ? -1 : 1, true);
    else if (event.altKey) return;
    else if (NAVIGATION.has(key)) {
      const target = segmentAfter(key, segment, track, tracks);
      if (target) focus(target.id);
    } else if (key === "Enter" || key === " ")
      screen.selected.value = screen.selected.value === segment.id ? null : segment.id;
    else if (key === "Delete" || key === "Backspace") remove(segment, true);
    else if (key === "Escape") screen.selected.value = null;
    else return;
    event.preventDefault();
  };

  const reachable = (track: TrackView) => {
    const last = track.segments.find((segment) => segment.id === reached[track.id]);
    const chosen = track.segments.find((segment) => segment.id === screen.selected.value);
    return (last ?? chosen ?? track.segments[0])?.id;
  };

  const spineOfSelected = selected && spine?.segments.includes(selected) ? spine : undefined;
  return (
    <>
      <div class="tracks">
        <div class="track-names" aria-hidden="true">
          {tracks.map((track) => (
            <div
              class={`track-name ${track.kind}`}
              key={track.id}
              title={trackName(track, t)}
              style={{ "--rows": packRows(track.segments).count }}
            >
              <span>{trackName(track, t)}</span>
            </div>
          ))}
        </div>
        <div class="track-view" ref={viewport}>
          <div class="track-space" style={{ width: `${duration * scale}px` }}>
            <Ruler duration={duration} scale={scale} />
            {tracks.map((track) => (
              <Lane
                key={track.id}
                track={track}
                scale={scale}
                reachable={reachable(track)}
                onReach={(id) => setReached((before) => ({ ...before, [track.id]: id }))}
                onKeyDown={onKeyDown}
              />
            ))}
            <PlayheadLine duration={duration} scale={scale} />
          </div>
        </div>
      </div>
      <Details
        segment={selected}
        spine={spineOfSelected}
        onMove={(segment, step) => move(segment, step, false)}
        onRemove={(segment) => remove(segment, false)}
      />
      <span class="unseen" role="status">
        {news}
      </span>
    </>
  );
}
