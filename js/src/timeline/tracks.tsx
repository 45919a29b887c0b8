import { effect, type Signal, useSignal } from "@preact/signals";
import type { JSX, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { findSegment, mainTrack, type SegmentView, type TrackView } from "../draft.ts";
import { eachFrame, later, listen, onAbort, useLife } from "../lifetime.ts";
import { useStore } from "../state/store.ts";
import { type Grip, type Plan, planDrag, snapPlaces } from "./drag.ts";
import { packRows, type Sight, sightOf, stepFor, zoomed } from "./geometry.ts";
import type { Hands } from "./hands.ts";
import { actionOf, isFields } from "./keys.ts";
import { trackName } from "./labels.ts";
import { Lane } from "./lane.tsx";
import { segmentAfter } from "./moves.ts";
import { PlayheadLine, Ruler } from "./ruler.tsx";

/** Pixels before a press becomes a drag, and within which edges attract each other. */
const SLACK = 4;
const ATTRACTION = 8;
/** Pixels from the border where a drag scrolls, and how far a frame. */
const BORDER = 36;
const PACE = 12;
/** A drop is shown as done until the draft says so, or this long. */
const PATIENCE_MS = 3000;

interface Drag {
  readonly grip: Grip;
  readonly plan: Plan;
}

interface TracksProps {
  tracks: readonly TrackView[];
  viewport: RefObject<HTMLDivElement | null>;
  scale: number;
  width: number;
  hands: Hands;
  zoomTo: (by: 1 | -1 | 0) => void;
}

export function Tracks({ tracks, viewport, scale, width, hands, zoomTo }: TracksProps): JSX.Element {
  const { draft, screen, strings } = useStore();
  const t = strings.value;
  const { duration } = draft.value;
  const spine = mainTrack(draft.value);
  const [reached, setReached] = useState<Readonly<Record<string, string>>>({});
  const sight = useSight(viewport, width);
  const space = useRef<HTMLDivElement>(null);
  const drag = useDrag({ tracks, viewport, space, scale, hands });
  const toFocus = useRef<string | null>(null);
  const afterChange = useRef<string | null>(null);

  const reach = (id: string) => {
    const element = space.current?.querySelector<HTMLElement>(`[data-segment="${CSS.escape(id)}"]`);
    element?.focus({ preventScroll: true });
    return element !== null && element !== undefined;
  };
  const focus = (id: string) => {
    const segment = findSegment(draft.peek(), id);
    const track = tracks.find((other) => other.segments.some((one) => one.id === id));
    if (track) setReached((before) => ({ ...before, [track.id]: id }));
    if (segment) showSpan(viewport.current, segment.start * scale, segment.end * scale);
    toFocus.current = reach(id) ? null : id;
  };

  // What was out of sight is drawn only now.
  useLayoutEffect(() => {
    if (toFocus.current !== null && reach(toFocus.current)) toFocus.current = null;
  });

  // A changed draft moves its segments: the keyboard's place has to follow.
  useLayoutEffect(() => {
    const id = afterChange.current;
    afterChange.current = null;
    if (id !== null) focus(id);
  }, [draft.value]);

  useLife(
    (life) => {
      let last: string | null = null;
      const stop = effect(() => {
        const editing = hands.editing.value;
        if (last && !editing) focus(last);
        last = editing;
      });
      onAbort(life, stop);
    },
    [hands],
  );

  const segmentOf = (target: EventTarget | null) => {
    const element = target instanceof Element ? target.closest<HTMLElement>("[data-segment]") : null;
    const segment = findSegment(draft.value, element?.dataset.segment ?? null);
    const track = segment && tracks.find((other) => other.segments.includes(segment));
    return segment && track ? { segment, track } : null;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isFields(event) || event.defaultPrevented) return;
    const action = actionOf(event);
    const here = segmentOf(event.target);
    if (!action || (!here && action.do !== "zoom" && action.do !== "help" && action.do !== "split")) return;
    const locked = screen.looked.peek() !== null;
    event.preventDefault();
    const changes = ["move", "trim", "edit", "cut", "split", "duplicate", "remove"].includes(action.do);
    if (changes && locked) return;
    if (changes && here && !screen.selection.peek().includes(here.segment.id)) hands.select(here.segment);
    switch (action.do) {
      case "go": {
        const target = here && segmentAfter(action.key, here.segment, here.track, tracks);
        if (!target) return;
        if (!action.stay) hands.select(target, action.extend ? "range" : "only");
        focus(target.id);
        return;
      }
      case "toggle":
        if (here) hands.select(here.segment, "toggle");
        return;
      case "all":
        if (here) hands.selectAll(here.track);
        return;
      case "none":
        hands.letGo();
        return;
      case "move":
        if (here) afterChange.current = here.segment.id;
        hands.move(action.by, action.far);
        return;
      case "trim":
        hands.trim(action.by);
        return;
      case "remove": {
        const next = hands.remove();
        if (next) afterChange.current = next;
        return;
      }
      case "edit":
        // Its details are drawn once it is selected.
        if (!hands.edit(here?.segment))
          later(() => focusDetails(space.current), 0, new AbortController().signal);
        return;
      case "cut":
        if (here && hands.isPhoto(here.segment) && here.segment.start > 0) hands.cut.value = here.segment.id;
        return;
      case "split":
        hands.split();
        return;
      case "duplicate":
        hands.duplicate();
        return;
      case "zoom":
        zoomTo(action.by);
        return;
      case "snap":
        screen.snapping.value = !screen.snapping.peek();
        return;
      case "help":
        hands.helping.value = !hands.helping.peek();
    }
  };

  const onClick = (event: MouseEvent) => {
    if (drag.justEnded()) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(".cut-mark")) return;
    const here = segmentOf(target);
    if (here) {
      hands.select(
        here.segment,
        event.shiftKey ? "range" : event.ctrlKey || event.metaKey ? "toggle" : "only",
      );
      focus(here.segment.id);
      return;
    }
    const bundle = target?.closest<HTMLElement>("[data-bundle]");
    if (bundle) {
      // There is more than can be shown: come nearer, with what was clicked in the middle.
      screen.playhead.value = Number(bundle.dataset.bundle);
      screen.zoom.value = zoomed(screen.zoom.peek() * 3, 1, duration, Math.max(0, width - 24));
    } else if (target?.closest(".lane")) hands.letGo();
  };

  const reachable = (track: TrackView) => {
    const last = track.segments.find((segment) => segment.id === reached[track.id]);
    const chosen = track.segments.find((segment) => segment.id === screen.selected.value);
    return (last ?? chosen ?? track.segments[0])?.id;
  };

  const current = drag.state.value;
  const lifted = new Set(current?.grip.ids);
  const length = current?.grip.spine ? Math.max(duration, current.plan.segments.at(-1)?.end ?? 0) : duration;
  const rowsOf = (track: TrackView) => packRows(track.segments).count;
  return (
    <>
      <div class="tracks">
        <div class="track-names" aria-hidden="true">
          {tracks.map((track) => (
            <div
              class={`track-name ${track.kind}`}
              key={track.id}
              title={trackName(track, t)}
              style={{
                "--rows": rowsOf(
                  current?.grip.track === track ? { ...track, segments: current.plan.segments } : track,
                ),
              }}
            >
              <span>{trackName(track, t)}</span>
            </div>
          ))}
        </div>
        <div class="track-view" ref={viewport}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the options in it have the roles; one listener serves all */}
          <div
            ref={space}
            class={`track-space${current ? ` dragging ${current.grip.kind}` : ""}`}
            style={{ width: `${length * scale}px` }}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => drag.press(event, segmentOf(event.target), spine)}
            onClick={onClick}
            onDblClick={(event) => {
              const here = segmentOf(event.target);
              if (here && !event.shiftKey) hands.edit(here.segment);
            }}
            onFocusIn={(event) => {
              const here = segmentOf(event.target);
              if (here && reached[here.track.id] !== here.segment.id)
                setReached((before) => ({ ...before, [here.track.id]: here.segment.id }));
            }}
          >
            <Ruler duration={duration} scale={scale} sight={sight} />
            {tracks.map((track) => (
              <Lane
                key={track.id}
                track={track}
                segments={current?.grip.track.id === track.id ? current.plan.segments : track.segments}
                scale={scale}
                sight={sight}
                hands={hands}
                spine={track === spine}
                lifted={lifted}
                refused={current?.plan.refused ?? false}
                reachable={reachable(track)}
              />
            ))}
            {current?.plan.snapped != null && (
              <div class="snap-line" style={{ left: `${current.plan.snapped * scale}px` }} />
            )}
            <PlayheadLine duration={duration} scale={scale} />
          </div>
        </div>
      </div>
      <span class="unseen" role="status">
        {hands.news.value}
      </span>
    </>
  );
}

/** The part of the film that is drawn; it changes a few times a second of scrolling, not with every frame. */
function useSight(viewport: RefObject<HTMLDivElement | null>, width: number): Sight {
  const [sight, setSight] = useState<Sight>(() => sightOf(0, width));
  useLife(
    (life) => {
      const box = viewport.current;
      if (!box) return;
      const look = () => {
        const next = sightOf(box.scrollLeft, width);
        setSight((before) => (before.from === next.from && before.to === next.to ? before : next));
      };
      look();
      listen(box, "scroll", look, life);
    },
    [width],
  );
  return sight;
}

function showSpan(box: HTMLElement | null, from: number, to: number): void {
  if (!box) return;
  const { scrollLeft, clientWidth } = box;
  if (from < scrollLeft) box.scrollLeft = Math.max(0, from - 40);
  else if (to > scrollLeft + clientWidth - 24)
    box.scrollLeft = Math.min(from, Math.max(0, to - clientWidth + 64));
}

function focusDetails(element: Element | null): void {
  element
    ?.closest(".timeline")
    ?.querySelector<HTMLElement>(".inspector :is(input, select, textarea, button)")
    ?.focus();
}

interface DragPlaces {
  tracks: readonly TrackView[];
  viewport: RefObject<HTMLDivElement | null>;
  space: RefObject<HTMLDivElement | null>;
  scale: number;
  hands: Hands;
}

interface Dragging {
  readonly state: Signal<Drag | null>;
  press(
    event: PointerEvent,
    here: { segment: SegmentView; track: TrackView } | null,
    spine?: TrackView,
  ): void;
  /** The click that ends a drag selects nothing. */
  justEnded(): boolean;
}

function useDrag({ tracks, viewport, space, scale, hands }: DragPlaces): Dragging {
  const store = useStore();
  const { draft, screen, commands, kernel } = store;
  const state = useSignal<Drag | null>(null);
  const ended = useRef(0);
  const held = useRef<AbortController | null>(null);
  useLife((life) => onAbort(life, () => held.current?.abort()), []);

  const settle = () => {
    held.current?.abort();
    held.current = null;
    state.value = null;
  };

  /** Keeps showing the drop until the draft has changed, or it was refused. */
  const hold = () => {
    held.current = new AbortController();
    const life = held.current.signal;
    const before = draft.peek();
    later(settle, PATIENCE_MS, life);
    onAbort(
      life,
      effect(() => {
        const word = screen.word.value;
        if (draft.value !== before || (word && word.kind !== "by-hand")) later(settle, 0, life);
      }),
    );
  };

  return {
    state,
    justEnded: () => performance.now() - ended.current < 50,
    press: (event, pressed, spine) => {
      const target = event.target instanceof Element ? event.target : null;
      // The mark of a cut is the end of the photo before it as well.
      const cut = target?.closest<HTMLElement>("[data-cut]")?.dataset.cut;
      const photos = spine?.segments ?? [];
      const before = cut ? photos[photos.findIndex(({ id }) => id === cut) - 1] : undefined;
      const here = before && spine ? { segment: before, track: spine } : pressed;
      if (!here || event.button !== 0 || screen.looked.peek() || target?.closest("input")) return;
      if (state.peek()) return;
      const { segment, track } = here;
      const named = target?.closest<HTMLElement>("[data-grip]")?.dataset.grip;
      const kind = before ? "end" : named === "start" || named === "end" ? named : "move";
      const onSpine = track === spine;
      if (kind === "move" && !onSpine && track.kind === "picture") return;
      const area = space.current;
      const box = viewport.current;
      if (!area || !box || !(scale > 0)) return;
      const timeOf = (x: number) => (x - area.getBoundingClientRect().left) / scale;
      const at = timeOf(event.clientX);
      const alike = hands
        .chosen()
        .filter((other) => track.segments.includes(other) && (kind === "move" || !other.isVideo));
      const ids =
        onSpine && alike.includes(segment) && !(kind !== "move" && segment.isVideo)
          ? alike.map(({ id }) => id)
          : [segment.id];
      const grip: Grip = { kind, segment, track, spine: onSpine, ids, at };
      const file = kernel.photos.peek().find((photo) => photo.asset === segment.src);
      const { duration } = draft.peek();
      const around = {
        duration,
        snaps: snapPlaces(
          onSpine ? tracks.filter((other) => other !== track) : tracks,
          ids,
          duration,
          screen.playhead.peek(),
        ),
        step: stepFor(scale),
        source: file?.duration ?? Number.POSITIVE_INFINITY,
      };
      const life = new AbortController();
      const { signal } = life;
      let x = event.clientX;
      let begun = false;
      const follow = (free: boolean) => {
        const reach = screen.snapping.peek() !== free ? ATTRACTION / scale : -1;
        state.value = { grip, plan: planDrag(grip, timeOf(x), { ...around, reach }) };
      };
      const finish = (drop: boolean) => {
        life.abort();
        if (!begun) return;
        ended.current = performance.now();
        const operation = drop ? state.peek()?.plan.operation : null;
        if (operation && commands.edit(operation)) hold();
        else state.value = null;
      };
      listen(
        area,
        "pointermove",
        (move) => {
          x = move.clientX;
          if (!begun && Math.abs(x - event.clientX) < SLACK) return;
          if (!begun) {
            begun = true;
            area.setPointerCapture(event.pointerId);
            if (!ids.includes(screen.selected.peek() ?? "")) hands.select(segment);
            eachFrame(() => {
              const { left, right } = box.getBoundingClientRect();
              const by = x < left + BORDER ? -PACE : x > right - BORDER ? PACE : 0;
              const before = box.scrollLeft;
              if (by) box.scrollLeft += by;
              if (box.scrollLeft !== before) follow(false);
            }, signal);
          }
          // Ctrl lets go of the snapping while it is held.
          follow(move.ctrlKey || move.metaKey);
        },
        signal,
      );
      listen(area, "pointerup", () => finish(true), signal);
      listen(area, "pointercancel", () => finish(false), signal);
      listen(
        area.getRootNode(),
        "keydown",
        (key) => {
          if (key.key !== "Escape") return;
          key.stopPropagation();
          finish(false);
        },
        signal,
      );
    },
  };
}
