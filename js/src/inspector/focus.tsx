import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { assetOf, type SegmentView } from "../draft.ts";
import { useStore } from "../state/store.ts";
import { SMALL } from "../transfer/thumbnails.ts";
import { Thumbnail } from "../ui/thumbnail.tsx";

type Point = readonly [x: number, y: number];

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const round = (value: number) => Math.round(100 * clamp(value)) / 100;

/** The part of a picture that a frame shows: left, top, width and height, 0 to 1. Aspects are width / height. */
export function frameWindow(
  picture: number,
  frame: number,
  focus: Point,
): readonly [number, number, number, number] {
  const width = Math.min(1, frame / picture);
  const height = Math.min(1, picture / frame);
  const left = Math.min(Math.max(focus[0] - width / 2, 0), 1 - width);
  const top = Math.min(Math.max(focus[1] - height / 2, 0), 1 - height);
  return [left, top, width, height];
}

/** Where an arrow key takes the point; null for other keys. */
export function pointAfter(key: string, [x, y]: Point, far: boolean): Point | null {
  const step = far ? 0.1 : 0.02;
  if (key === "ArrowLeft") return [round(x - step), y];
  if (key === "ArrowRight") return [round(x + step), y];
  if (key === "ArrowUp") return [x, round(y - step)];
  if (key === "ArrowDown") return [x, round(y + step)];
  return null;
}

/** The photo with the point that framing keeps in view, and what the frame then shows of it. */
export function FocusPicture({ segment }: { segment: SegmentView }): JSX.Element | null {
  const { draft, commands, kernel, strings } = useStore();
  const t = strings.value;
  const [held, setHeld] = useState<Point | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const asset = assetOf(segment.src);
  if (!asset) return null;
  const photo = kernel.photos.value.find((file) => file.asset === asset);
  const aspect = photo && photo.width > 0 && photo.height > 0 ? photo.width / photo.height : 4 / 3;
  const [cropLeft = 0, cropTop = 0, cropWidth = 1, cropHeight = 1] = segment.meta.crop ?? [];
  const focus = held ?? segment.focus;
  const { width, height } = draft.value;
  const [left, top, wide, high] =
    segment.fit === "contain"
      ? [0, 0, 1, 1]
      : frameWindow((aspect * cropWidth) / cropHeight, width / height, focus);
  const percent = (part: number) => `${100 * part}%`;
  const commit = (point: Point) => {
    setHeld(null);
    commands.edit({ op: "set_focus", id: segment.id, x: point[0], y: point[1] }, true);
  };
  const under = (event: PointerEvent): Point => {
    const place = box.current?.getBoundingClientRect();
    if (!place) return focus;
    const x = (event.clientX - place.left) / place.width;
    const y = (event.clientY - place.top) / place.height;
    return [round((x - cropLeft) / cropWidth), round((y - cropTop) / cropHeight)];
  };
  return (
    <div
      ref={box}
      class="focus"
      role="slider"
      tabIndex={0}
      aria-label={t.hands.focus}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * focus[0])}
      aria-valuetext={`${Math.round(100 * focus[0])} %, ${Math.round(100 * focus[1])} %`}
      title={t.hands.focusHint}
      style={{ aspectRatio: aspect }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld(under(event));
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) setHeld(under(event));
      }}
      onPointerUp={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) commit(under(event));
      }}
      onPointerCancel={() => setHeld(null)}
      onKeyDown={(event) => {
        const next =
          event.altKey || event.ctrlKey || event.metaKey
            ? null
            : pointAfter(event.key, focus, event.shiftKey);
        if (!next) return;
        event.preventDefault();
        commit(next);
      }}
    >
      <Thumbnail asset={asset} width={SMALL}>
        {(url) => (url ? <img src={url} alt="" draggable={false} /> : <span />)}
      </Thumbnail>
      <span
        class="focus-frame"
        style={{
          left: percent(cropLeft + left * cropWidth),
          top: percent(cropTop + top * cropHeight),
          width: percent(wide * cropWidth),
          height: percent(high * cropHeight),
        }}
      />
      <span
        class="focus-point"
        style={{
          left: percent(cropLeft + focus[0] * cropWidth),
          top: percent(cropTop + focus[1] * cropHeight),
        }}
      />
    </div>
  );
}
