import type { SegmentView, TrackView } from "../draft.ts";
import { formatSpan } from "../format.ts";
import type { Strings } from "../i18n.ts";

export function segmentTitle(segment: SegmentView, t: Strings): string {
  const words = segment.label || t.untitled;
  return segment.kind === "text" ? t.quote(words) : words;
}

/** The accessible name: `beach.jpg, 0:00–0:03.5`. */
export function segmentName(segment: SegmentView, t: Strings): string {
  return `${segmentTitle(segment, t)}, ${formatSpan(segment.start, segment.end)}`;
}

export function trackName(track: TrackView, t: Strings): string {
  return track.name || t.trackNames[track.kind];
}
