/** Where the arrow keys lead among the segments. */
import type { SegmentView, TrackView } from "../draft.ts";
import { nearest } from "./geometry.ts";

export function segmentAfter(
  key: string,
  segment: SegmentView,
  track: TrackView,
  tracks: readonly TrackView[],
): SegmentView | undefined {
  const index = track.segments.indexOf(segment);
  const above = tracks.indexOf(track);
  const middle = (segment.start + segment.end) / 2;
  if (key === "ArrowLeft") return track.segments[index - 1];
  if (key === "ArrowRight") return track.segments[index + 1];
  if (key === "Home") return track.segments[0];
  if (key === "End") return track.segments.at(-1);
  if (key === "ArrowUp") return nearest(tracks[above - 1]?.segments ?? [], middle);
  if (key === "ArrowDown") return nearest(tracks[above + 1]?.segments ?? [], middle);
  return undefined;
}

export const NAVIGATION = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);
