import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { formatTime } from "../format.ts";
import { seek } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { clampTime, rulerFor, type Sight, ticks, timeAt } from "./geometry.ts";

const LABEL_GAP = 68;
// The ruler reaches this far beyond both ends of the film (timeline.css).
const PADDING = 12;
// A label at the very end would be cut; the whole length stands in the bar above.
const LABEL_ROOM = 24;

/** What a key does to the playhead, in ms; null for keys that are not the playhead's. */
export function playheadAfter(key: string, time: number, duration: number, large: boolean): number | null {
  const step = large ? 1000 : 100;
  const moves: Record<string, number> = {
    ArrowLeft: time - step,
    ArrowDown: time - step,
    ArrowRight: time + step,
    ArrowUp: time + step,
    PageDown: time - 5000,
    PageUp: time + 5000,
    Home: 0,
    End: duration,
  };
  const wanted = moves[key];
  return wanted === undefined ? null : clampTime(wanted, duration);
}

interface Extent {
  duration: number;
  scale: number;
}

export function Ruler({ duration, scale, sight }: Extent & { sight: Sight }): JSX.Element {
  const { screen } = useStore();
  const ruler = useRef<HTMLDivElement>(null);
  const { major, minor } = rulerFor(scale, LABEL_GAP);

  const seekTo = (event: PointerEvent) => {
    const left = ruler.current?.getBoundingClientRect().left ?? 0;
    seek(screen, timeAt(event.clientX - left - PADDING, scale, duration));
  };

  return (
    <div
      class="ruler"
      ref={ruler}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.querySelector<HTMLElement>('[role="slider"]')?.focus({ preventScroll: true });
        seekTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
      }}
    >
      <Ticks duration={duration} scale={scale} major={major} minor={minor} sight={sight} />
      <Playhead duration={duration} scale={scale} />
    </div>
  );
}

/** Apart from the ruler, so that a playing film draws this anew sixty times a second and nothing else. */
function Playhead({ duration, scale }: Extent): JSX.Element {
  const { screen, strings } = useStore();
  const t = strings.value;
  const time = clampTime(screen.playhead.value, duration);
  return (
    <div
      class="playhead"
      role="slider"
      tabIndex={0}
      aria-label={t.playhead}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={duration}
      aria-valuenow={time}
      aria-valuetext={t.timeOf(formatTime(time), formatTime(duration))}
      style={{ left: `${time * scale}px` }}
      onKeyDown={(event) => {
        const wanted = playheadAfter(event.key, time, duration, event.shiftKey);
        if (wanted === null || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        seek(screen, wanted);
      }}
    />
  );
}

export function PlayheadLine({ duration, scale }: Extent): JSX.Element {
  const { screen } = useStore();
  return (
    <div class="playhead-line" style={{ left: `${clampTime(screen.playhead.value, duration) * scale}px` }} />
  );
}

export function Clock({ duration }: { duration: number }): JSX.Element {
  const { screen } = useStore();
  return (
    <span class="bar-figure figures">
      {formatTime(clampTime(screen.playhead.value, duration))} / {formatTime(duration)}
    </span>
  );
}

interface TicksProps extends Extent {
  major: number;
  minor: number;
  sight: Sight;
}

function Ticks({ duration, scale, major, minor, sight }: TicksProps): JSX.Element {
  return (
    <div class="ticks" aria-hidden="true" style={{ "--minor": `${minor * scale}px` }}>
      {ticks(duration, major)
        .filter((at) => at * scale >= sight.from && at * scale <= sight.to)
        .map((at) => (
          <span class="tick figures" key={at} style={{ left: `${at * scale}px` }}>
            {(duration - at) * scale > LABEL_ROOM && formatTime(at)}
          </span>
        ))}
    </div>
  );
}
