import type { JSX } from "preact";
import type { SegmentView, TrackView } from "../draft.ts";
import { formatSeconds, formatSpan } from "../format.ts";
import { vocabulary } from "../i18n.ts";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/controls.tsx";
import { segmentTitle } from "./labels.ts";

interface DetailsProps {
  segment: SegmentView | undefined;
  /** The main track, when the segment lies on it. */
  spine: TrackView | undefined;
  onMove: (segment: SegmentView, step: -1 | 1) => void;
  onRemove: (segment: SegmentView) => void;
}

/** The line under the tracks: what is selected, and what can be done with it. */
export function Details({ segment, spine, onMove, onRemove }: DetailsProps): JSX.Element {
  const { strings } = useStore();
  const t = strings.value;
  if (!segment) return <div class="details quiet">{t.selectHint}</div>;
  const place = spine?.segments.indexOf(segment) ?? -1;
  const facts: [string, string][] = [];
  if (segment.kind === "picture") {
    facts.push([t.motion, vocabulary(t, segment.motion)]);
    facts.push([
      t.transition,
      segment.transition ? vocabulary(t, segment.transition.kind) : (t.names.cut ?? ""),
    ]);
    if (segment.look !== "none") facts.push([t.look, vocabulary(t, segment.look)]);
  }
  return (
    <div class="details">
      <strong class="details-name">{segmentTitle(segment, t)}</strong>
      <span class="figures">{formatSpan(segment.start, segment.end)}</span>
      <span class="figures">{formatSeconds(segment.duration)}</span>
      {segment.kind === "sound" && <span>{t.volume(Math.round(100 * segment.volume))}</span>}
      {facts.map(([name, value]) => (
        <span key={name}>
          <span class="details-key">{name}</span> {value}
        </span>
      ))}
      <span class="details-buttons">
        {spine && (
          <>
            <Button
              label={t.moveEarlier}
              icon="left"
              bare
              look="quiet"
              disabled={place <= 0}
              onClick={() => onMove(segment, -1)}
            />
            <Button
              label={t.moveLater}
              icon="right"
              bare
              look="quiet"
              disabled={place >= spine.segments.length - 1}
              onClick={() => onMove(segment, 1)}
            />
          </>
        )}
        <Button label={t.remove} icon="trash" bare look="quiet" onClick={() => onRemove(segment)} />
      </span>
    </div>
  );
}
