import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { assetOf, type SegmentView, type TrackView } from "../draft.ts";
import { later, useLife } from "../lifetime.ts";
import { useStore } from "../state/store.ts";
import { SMALL } from "../transfer/thumbnails.ts";
import { Icon } from "../ui/icons.tsx";
import { envelope, itemsInSight, packRows, type Sight } from "./geometry.ts";
import type { Hands } from "./hands.ts";
import { segmentName, trackName } from "./labels.ts";
import { wavePath } from "./peaks.ts";

/** Fast scrolling asks for nothing: a picture is fetched once its place has been in sight this long. */
const REST_MS = 120;
/** Narrower segments carry no words and have no ends to take hold of. */
const ROOM_FOR_GRIPS = 22;

interface LaneProps {
  track: TrackView;
  /** As they are shown: where a drag would put them. */
  segments: readonly SegmentView[];
  scale: number;
  sight: Sight;
  hands: Hands;
  spine: boolean;
  /** What is being dragged, and whether it can't lie there. */
  lifted: ReadonlySet<string>;
  refused: boolean;
  /** The one segment of the track in the tab order. */
  reachable: string | undefined;
}

const NOBODY: ReadonlySet<string> = new Set();

export function Lane(props: LaneProps): JSX.Element {
  const { track, segments, scale, sight, hands, spine, lifted, refused, reachable } = props;
  const { screen, strings } = useStore();
  const t = strings.value;
  const { rows, count } = useMemo(() => packRows(segments), [segments]);
  const places = useMemo(() => new Map(track.segments.map((segment, place) => [segment.id, place])), [track]);
  const selected = new Set(screen.selection.value);
  const kept = reachable === undefined && lifted === NOBODY ? NOBODY : new Set([...lifted, reachable ?? ""]);
  const items = itemsInSight(segments, sight, scale, kept);
  return (
    <div class={`lane ${track.kind}`} data-track={track.id} style={{ "--rows": count }}>
      <div
        class="segments"
        role="listbox"
        aria-label={trackName(track, t)}
        aria-orientation="horizontal"
        aria-multiselectable="true"
      >
        {items.map((item) => {
          if ("bundle" in item) {
            const [first] = item.bundle;
            const last = item.bundle.at(-1);
            if (!first || !last) return null;
            const chosen = item.bundle.some(({ id }) => selected.has(id));
            return (
              <span
                key={`bundle ${first.id}`}
                class={`bundle ${track.kind}${chosen ? " chosen" : ""}`}
                title={t.hands.bundle(item.bundle.length)}
                data-bundle={first.start}
                style={{
                  left: `${first.start * scale}px`,
                  width: `${(last.end - first.start) * scale - 1}px`,
                }}
              />
            );
          }
          const { segment } = item;
          const width = Math.max(3, segment.duration * scale - 2);
          const isSelected = selected.has(segment.id);
          return (
            <div
              key={segment.id}
              class={`segment ${segment.kind}${lifted.has(segment.id) ? " lifted" : ""}${refused && lifted.has(segment.id) ? " refused" : ""}`}
              role="option"
              data-segment={segment.id}
              aria-selected={isSelected}
              aria-label={segmentName(segment, t)}
              aria-setsize={track.segments.length}
              aria-posinset={(places.get(segment.id) ?? 0) + 1}
              aria-description={
                segment.kind === "sound" ? t.volume(Math.round(100 * segment.volume)) : undefined
              }
              title={segmentName(segment, t)}
              tabIndex={segment.id === reachable ? 0 : -1}
              style={{
                left: `${segment.start * scale}px`,
                width: `${width}px`,
                "--row": rows.get(segment.id) ?? 0,
              }}
            >
              <SegmentFace segment={segment} scale={scale} width={width} hands={hands} />
              {width >= ROOM_FOR_GRIPS && (
                <>
                  {(!spine || segment.isVideo) && <span class="grip start" data-grip="start" />}
                  <span class="grip end" data-grip="end" />
                </>
              )}
            </div>
          );
        })}
      </div>
      {spine &&
        items.map((item) => {
          if (!("segment" in item) || item.segment.start === 0) return null;
          const { segment } = item;
          if (segment.duration * scale < 2 * ROOM_FOR_GRIPS) return null;
          const open = hands.cut.value === segment.id;
          return (
            <button
              key={`cut ${segment.id}`}
              type="button"
              class={`cut-mark${segment.transition ? " soft" : ""}${open ? " open" : ""}`}
              tabIndex={-1}
              data-cut={segment.id}
              aria-label={t.hands.cutInto(segment.label)}
              title={t.hands.cutInto(segment.label)}
              style={{ left: `${segment.start * scale}px` }}
              onClick={() => {
                hands.select(segment);
                hands.cut.value = segment.id;
              }}
            />
          );
        })}
    </div>
  );
}

interface FaceProps {
  segment: SegmentView;
  scale: number;
  width: number;
  hands: Hands;
}

function SegmentFace({ segment, scale, width, hands }: FaceProps): JSX.Element | null {
  const { strings } = useStore();
  const t = strings.value;
  if (hands.editing.value === segment.id) return <InPlace segment={segment} hands={hands} />;
  const label = width >= ROOM_FOR_GRIPS && <span class="segment-label">{segment.label || t.untitled}</span>;
  if (segment.kind === "sound")
    return (
      <>
        <Wave segment={segment} />
        <Icon name="music" size={14} />
        {label}
        <span class="segment-figure figures" data-figure={`${Math.round(100 * segment.volume)}%`} />
      </>
    );
  if (segment.kind !== "picture") return label || null;
  const asset = assetOf(segment.src);
  return (
    <>
      {asset && <Filmstrip asset={asset} />}
      {segment.transition && (
        <span
          class="segment-transition"
          style={{ width: `${Math.max(4, segment.transition.duration * scale)}px` }}
        />
      )}
      {segment.isVideo && width >= ROOM_FOR_GRIPS && (
        <span class="segment-clip">
          <Icon name="play" size={11} />
        </span>
      )}
      {label}
    </>
  );
}

function Filmstrip({ asset }: { asset: string }): JSX.Element {
  const { thumbnails } = useStore();
  const url = thumbnails.url(asset, SMALL).value;
  useLife((life) => later(() => thumbnails.want(asset, SMALL), REST_MS, life), [asset]);
  return <span class="filmstrip" style={url ? { backgroundImage: `url("${url}")` } : undefined} />;
}

function Wave({ segment }: { segment: SegmentView }): JSX.Element {
  const { peaks, kernel } = useStore();
  const found = peaks.of(segment).value;
  const photo = kernel.photos.value.find((file) => file.asset === segment.src);
  const source = segment.src.startsWith("music:") ? null : (photo?.duration ?? null);
  const path = useMemo(() => wavePath(segment, found, source), [segment, found, source]);
  if (!path)
    return (
      <span
        class="segment-envelope"
        style={{ clipPath: envelope(segment.duration, segment.volume, segment.fade) }}
      />
    );
  return (
    <svg class="segment-wave" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

function InPlace({ segment, hands }: { segment: SegmentView; hands: Hands }): JSX.Element {
  const { strings } = useStore();
  const box = useRef<HTMLInputElement>(null);
  useLife(() => box.current?.select(), []);
  return (
    <input
      ref={box}
      class="in-place"
      type="text"
      aria-label={strings.value.hands.words}
      defaultValue={segment.label}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDblClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") hands.editing.value = null;
        else if (event.key === "Enter" && !event.isComposing)
          hands.rewrite(segment, event.currentTarget.value);
      }}
      onBlur={(event) => {
        if (hands.editing.peek() === segment.id) hands.rewrite(segment, event.currentTarget.value);
      }}
    />
  );
}
