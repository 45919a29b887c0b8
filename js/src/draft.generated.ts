// Made from photo2video_widgets/schema.py by `make types`.

export interface Transition {
  kind?: string;
  d?: number;
}

export interface Motion {
  kind?: string;
  amount?: number;
  ease?: string;
}

export interface Look {
  kind?: string;
}

export interface Style {
  color?: string;
  size?: number;
  font?: string;
  weight?: number;
  outline?: number;
  shadow?: number;
  box?: string | null;
}

export interface Animation {
  in?: string;
  out?: string;
}

export interface SegmentMeta {
  name?: string;
  src?: string;
  kind?: string;
  fit?: string;
  crop?: number[];
  focus?: number[];
  motion?: Motion;
  transition?: Transition;
  look?: Look;
  trim?: number[];
  volume?: number;
  seed?: number;
  offset?: number;
  loop?: boolean;
  fade?: number[];
  duck?: number;
  text?: string;
  role?: string;
  position?: string;
  style?: Style;
  animation?: Animation;
}

export interface Segment {
  id: string;
  s: number;
  d: number;
  m: SegmentMeta;
}

export interface TrackMeta {
  name?: string;
}

export interface Track {
  id: string;
  tt: number;
  m?: TrackMeta;
  sg: Segment[];
}

export interface DraftMeta {
  schema?: number;
  name?: string;
  width?: number;
  height?: number;
  fps?: number;
  background?: string;
}

export interface Draft {
  d: number;
  m: DraftMeta;
  t: Track[];
}

export const TRANSITIONS = [
  "crossfade",
  "dissolve",
  "fade-black",
  "fade-white",
  "wipe-left",
  "wipe-right",
  "wipe-up",
  "wipe-down",
  "slide-left",
  "slide-right",
  "slide-up",
  "slide-down",
  "push-left",
  "push-right",
  "push-up",
  "push-down",
  "zoom",
  "circle",
  "blur",
  "cover-left",
  "cover-right",
  "cover-up",
  "cover-down",
  "reveal-left",
  "reveal-right",
  "reveal-up",
  "reveal-down",
  "clock",
  "blinds",
  "pixelate",
  "clouds",
] as const;

export const MOTIONS = [
  "none",
  "zoom-in",
  "zoom-out",
  "pan-left",
  "pan-right",
  "pan-up",
  "pan-down",
] as const;

export const LOOKS = ["none", "mono", "sepia", "warm", "cool", "vivid", "vintage", "faded", "soft"] as const;

export const MOODS = [
  "lofi",
  "upbeat",
  "cinematic",
  "calm",
  "ambient",
  "acoustic",
  "corporate",
  "romantic",
  "happy",
  "epic",
  "jazz",
  "electronic",
  "piano",
  "classical",
  "hiphop",
  "rock",
  "sad",
  "holiday",
  "playful",
  "summer",
] as const;

export const POSITIONS = [
  "center",
  "top",
  "bottom",
  "left",
  "right",
  "top-left",
  "top-right",
  "bottom-left",
  "bottom-right",
] as const;

export const ROLES = ["title", "caption", "credit"] as const;
