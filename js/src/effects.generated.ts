// Made from photo2video_widgets/engine/render by `make types`; what the numbers mean is told there.
// biome-ignore-all format: one line each

export type Track = readonly (readonly [progress: number, value: number])[];

export interface Side {
  x: Track;
  y: Track;
  zoom: Track;
  blur: Track;
  squares: Track;
  colour: Track;
}

export interface Matte {
  field: string;
  reach: Track;
  soft: number;
  x: number;
  y: number;
  count: number;
}

export interface Transition {
  ease: string;
  colour: string;
  outgoing: Side;
  incoming: Side;
  matte: Matte;
}

export interface Animation {
  right: number;
  below: number;
  fades: boolean;
}

export const TRANSITIONS_DATA: Readonly<Record<string, Transition>> = {
  "crossfade": {"ease": "linear", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "even", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "dissolve": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "even", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "fade-black": {"ease": "linear", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0], [0.5, 1]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0.5, 1], [1, 0]]}, "matte": {"field": "even", "reach": [[0.4999, 0], [0.5, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "fade-white": {"ease": "linear", "colour": "#ffffff", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0], [0.5, 1]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0.5, 1], [1, 0]]}, "matte": {"field": "even", "reach": [[0.4999, 0], [0.5, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "wipe-left": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "line", "reach": [[0, 0], [1, 1]], "soft": 0.04, "x": -1, "y": 0, "count": 1}},
  "wipe-right": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "line", "reach": [[0, 0], [1, 1]], "soft": 0.04, "x": 1, "y": 0, "count": 1}},
  "wipe-up": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "line", "reach": [[0, 0], [1, 1]], "soft": 0.04, "x": 0, "y": -1, "count": 1}},
  "wipe-down": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "line", "reach": [[0, 0], [1, 1]], "soft": 0.04, "x": 0, "y": 1, "count": 1}},
  "slide-left": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 1], [1, 0]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "slide-right": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, -1], [1, 0]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "slide-up": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0], [1, 0]], "y": [[0, 1], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "slide-down": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0], [1, 0]], "y": [[0, -1], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "push-left": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, -1]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 1], [1, 0]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "push-right": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, 1]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, -1], [1, 0]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "push-up": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, 0]], "y": [[0, 0], [1, -1]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0], [1, 0]], "y": [[0, 1], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "push-down": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, 0]], "y": [[0, 0], [1, 1]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0], [1, 0]], "y": [[0, -1], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "zoom": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1], [1, 1.7]], "blur": [[0, 0], [1, 0.008]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1.35], [1, 1]], "blur": [[0.3, 0.008], [1, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "even", "reach": [[0.2, 0], [0.8, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "circle": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "circle", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "blur": {"ease": "linear", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0], [0.6, 0.035]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0.4, 0.035], [1, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "even", "reach": [[0.3, 0], [0.7, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "cover-left": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, -0.25]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0], [1, 0.6]]}, "incoming": {"x": [[0, 1], [1, 0]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "cover-right": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, 0.25]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0], [1, 0.6]]}, "incoming": {"x": [[0, -1], [1, 0]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "cover-up": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, 0]], "y": [[0, 0], [1, -0.25]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0], [1, 0.6]]}, "incoming": {"x": [[0, 0], [1, 0]], "y": [[0, 1], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "cover-down": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, 0]], "y": [[0, 0], [1, 0.25]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0], [1, 0.6]]}, "incoming": {"x": [[0, 0], [1, 0]], "y": [[0, -1], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "incoming", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "reveal-left": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, -1]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0.5], [1, 0]]}, "matte": {"field": "outgoing", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "reveal-right": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, 1]], "y": [[0, 0], [1, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0.5], [1, 0]]}, "matte": {"field": "outgoing", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "reveal-up": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, 0]], "y": [[0, 0], [1, -1]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0.5], [1, 0]]}, "matte": {"field": "outgoing", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "reveal-down": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0], [1, 0]], "y": [[0, 0], [1, 1]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0.5], [1, 0]]}, "matte": {"field": "outgoing", "reach": [[0, 0], [1, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "clock": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "clock", "reach": [[0, 0], [1, 1]], "soft": 0.015, "x": 0, "y": 0, "count": 1}},
  "blinds": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "blinds", "reach": [[0, 0], [1, 1]], "soft": 0.06, "x": 0, "y": 0, "count": 9}},
  "pixelate": {"ease": "linear", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0], [0.5, 0.09]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0.5, 0.09], [1, 0]], "colour": [[0, 0]]}, "matte": {"field": "even", "reach": [[0.4, 0], [0.6, 1]], "soft": 0.02, "x": 0, "y": 0, "count": 1}},
  "clouds": {"ease": "in-out", "colour": "#000000", "outgoing": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "incoming": {"x": [[0, 0]], "y": [[0, 0]], "zoom": [[0, 1]], "blur": [[0, 0]], "squares": [[0, 0]], "colour": [[0, 0]]}, "matte": {"field": "clouds", "reach": [[0, 0], [1, 1]], "soft": 0.12, "x": 0, "y": 0, "count": 1}},
};

export const ANIMATIONS_DATA: Readonly<Record<string, Animation>> = {
  "none": {"right": 0, "below": 0, "fades": false},
  "fade": {"right": 0, "below": 0, "fades": true},
  "slide": {"right": 0, "below": 0.04, "fades": true},
  "drop": {"right": 0, "below": -0.04, "fades": true},
  "from-left": {"right": -0.08, "below": 0, "fades": true},
  "from-right": {"right": 0.08, "below": 0, "fades": true},
};

export const MOTIONS_DATA: Readonly<Record<string, readonly [x: number, y: number, zoom: number]>> = {
  "none": [0, 0, 0],
  "zoom-in": [0, 0, 1],
  "zoom-out": [0, 0, -1],
  "pan-left": [-1, 0, 0],
  "pan-right": [1, 0, 0],
  "pan-up": [0, -1, 0],
  "pan-down": [0, 1, 0],
};

export const EASES: Readonly<Record<string, readonly number[]>> = {
  "linear": [0, 1],
  "in-out": [0, 0, 3, -2],
};

export const CLOUDS = {"waves": [[3.1, 1.7, 0.6, 1], [-2.3, 3.9, 2.1, 0.9], [5.3, -4.1, 4.4, 0.6], [1.9, 6.7, 1.2, 0.5], [-8.9, 2.3, 5, 0.35], [9.7, 7.9, 3.3, 0.3], [-13.1, 11.3, 0.2, 0.2], [17.9, -9.1, 2.7, 0.16]], "scale": 0.16} as const;

export const ANIMATION_LONGEST = 600;

export const ANIMATION_MOST = 0.3333333333333333;
