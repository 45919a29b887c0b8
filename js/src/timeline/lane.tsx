import type { JSX } from "preact";
import { assetOf, type SegmentView, type TrackView } from "../draft.ts";
import { useStore } from "../state/store.ts";
import { SMALL } from "../transfer/thumbnails.ts";
import { Icon } from "../ui/icons.tsx";
import { Thumbnail } from "../ui/thumbnail.tsx";
import { envelope, packRows } from "./geometry.ts";
import { segmentName, trackName } from "./labels.ts";

interface LaneProps {
  track: TrackView;
  scale: number;
  /** The one segment of the track in the tab order. */
  reachable: string | undefined;
  onReach: (id: string) => void;
  onKeyDown: (event: KeyboardEvent, segment: SegmentView, track: TrackView) => void;
}

export function Lane({ track, scale, reachable, onReach, onKeyDown }: LaneProps): JSX.Element {
  const { screen, strings } = useStore();
  const t = strings.value;
  const { rows, count } = packRows(track.segments);
  return (
    <div
      class={`lane ${track.kind}`}
      role="listbox"
      aria-label={trackName(track, t)}
      aria-orientation="horizontal"
      style={{ "--rows": count }}
    >
      {track.segments.map((segment) => {
        const selected = screen.selected.value === segment.id;
        return (
          <div
            key={segment.id}
            class={`segment ${segment.kind}`}
            role="option"
            data-segment={segment.id}
            aria-selected={selected}
            aria-label={segmentName(segment, t)}
            aria-description={
              segment.kind === "sound" ? t.volume(Math.round(100 * segment.volume)) : undefined
            }
            title={segmentName(segment, t)}
            tabIndex={segment.id === reachable ? 0 : -1}
            style={{
              left: `${segment.start * scale}px`,
              width: `${Math.max(3, segment.duration * scale - 2)}px`,
              "--row": rows.get(segment.id) ?? 0,
            }}
            onFocus={() => onReach(segment.id)}
            onClick={(event) => {
              screen.selected.value = segment.id;
              event.currentTarget.focus();
            }}
            onKeyDown={(event) => onKeyDown(event, segment, track)}
          >
            <SegmentFace segment={segment} scale={scale} />
          </div>
        );
      })}
    </div>
  );
}

function SegmentFace({ segment, scale }: { segment: SegmentView; scale: number }): JSX.Element {
  const { strings } = useStore();
  const t = strings.value;
  const label = <span class="segment-label">{segment.label || t.untitled}</span>;
  if (segment.kind === "sound")
    return (
      <>
        <span
          class="segment-envelope"
          style={{ clipPath: envelope(segment.duration, segment.volume, segment.fade) }}
        />
        <Icon name="music" size={14} />
        {label}
        <span class="segment-figure figures" data-figure={`${Math.round(100 * segment.volume)}%`} />
      </>
    );
  const asset = segment.kind === "picture" ? assetOf(segment.src) : null;
  if (segment.kind !== "picture") return label;
  return (
    <>
      {asset && (
        <Thumbnail asset={asset} width={SMALL}>
          {(url) => <span class="filmstrip" style={url ? { backgroundImage: `url("${url}")` } : undefined} />}
        </Thumbnail>
      )}
      {segment.transition && (
        <span
          class="segment-transition"
          style={{ width: `${Math.max(4, segment.transition.duration * scale)}px` }}
        />
      )}
      {segment.isVideo && (
        <span class="segment-clip">
          <Icon name="play" size={11} />
        </span>
      )}
      {label}
    </>
  );
}
