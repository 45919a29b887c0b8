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

export interface Look {
  table: readonly (readonly [luma: number, u: number, v: number])[];
  saturation: number;
  glow: number;
  spread: number;
}

export const LOOKS_DATA: Readonly<Record<string, Look>> = {
  "none": {"table": [[0, 0, 0], [0.05, 0, 0], [0.1, 0, 0], [0.15, 0, 0], [0.2, 0, 0], [0.25, 0, 0], [0.3, 0, 0], [0.35, 0, 0], [0.4, 0, 0], [0.45, 0, 0], [0.5, 0, 0], [0.55, 0, 0], [0.6, 0, 0], [0.65, 0, 0], [0.7, 0, 0], [0.75, 0, 0], [0.8, 0, 0], [0.85, 0, 0], [0.9, 0, 0], [0.95, 0, 0], [1, 0, 0]], "saturation": 1, "glow": 0, "spread": 0.012},
  "mono": {"table": [[0, 0, 0], [0.0411, 0, 0], [0.0863, 0, 0], [0.1272, 0, 0], [0.1726, 0, 0], [0.218, 0, 0], [0.2726, 0, 0], [0.3272, 0, 0], [0.3863, 0, 0], [0.4454, 0, 0], [0.5068, 0, 0], [0.5683, 0, 0], [0.6274, 0, 0], [0.6865, 0, 0], [0.7411, 0, 0], [0.7911, 0, 0], [0.8365, 0, 0], [0.8774, 0, 0], [0.9183, 0, 0], [0.9591, 0, 0], [1, 0, 0]], "saturation": 0, "glow": 0, "spread": 0.012},
  "sepia": {"table": [[0.032, 0, 0], [0.0774, -0.0093, 0.0065], [0.1228, -0.0195, 0.0135], [0.1728, -0.0308, 0.021], [0.2183, -0.043, 0.029], [0.2637, -0.045, 0.03], [0.3137, -0.047, 0.031], [0.3591, -0.049, 0.032], [0.4046, -0.051, 0.033], [0.4546, -0.053, 0.034], [0.5, -0.055, 0.035], [0.5454, -0.057, 0.036], [0.5954, -0.059, 0.037], [0.6409, -0.061, 0.038], [0.6863, -0.063, 0.039], [0.7363, -0.065, 0.04], [0.7817, -0.067, 0.041], [0.8272, -0.0517, 0.0315], [0.8772, -0.0355, 0.0215], [0.9226, -0.0182, 0.011], [0.968, 0, 0]], "saturation": 0, "glow": 0, "spread": 0.012},
  "warm": {"table": [[0, 0, 0], [0.05, -0.0023, 0.0017], [0.1046, -0.0054, 0.0037], [0.1546, -0.009, 0.0061], [0.2091, -0.0134, 0.0088], [0.2591, -0.0148, 0.0095], [0.3091, -0.0161, 0.0102], [0.3637, -0.0175, 0.0109], [0.4137, -0.0188, 0.0116], [0.4637, -0.0202, 0.0123], [0.5137, -0.0215, 0.013], [0.5637, -0.0229, 0.0137], [0.6137, -0.0242, 0.0144], [0.6637, -0.0256, 0.0151], [0.7091, -0.0269, 0.0158], [0.7591, -0.0283, 0.0165], [0.8091, -0.0296, 0.0172], [0.8546, -0.0232, 0.0134], [0.9046, -0.0161, 0.0093], [0.95, -0.0084, 0.0048], [1, 0, 0]], "saturation": 1.06, "glow": 0, "spread": 0.012},
  "cool": {"table": [[0, 0, 0], [0.05, 0.0039, -0.0017], [0.1, 0.008, -0.0037], [0.15, 0.0124, -0.0061], [0.2, 0.017, -0.0088], [0.25, 0.0175, -0.0095], [0.3, 0.018, -0.0102], [0.35, 0.0185, -0.0109], [0.4, 0.019, -0.0116], [0.45, 0.0195, -0.0123], [0.5, 0.02, -0.013], [0.55, 0.0205, -0.0137], [0.6, 0.021, -0.0144], [0.65, 0.0215, -0.0151], [0.7, 0.022, -0.0158], [0.75, 0.0225, -0.0165], [0.8, 0.023, -0.0172], [0.85, 0.0176, -0.0134], [0.9, 0.012, -0.0093], [0.95, 0.0061, -0.0048], [1, 0, 0]], "saturation": 0.97, "glow": 0, "spread": 0.012},
  "vivid": {"table": [[0, 0, 0], [0.0409, 0, 0], [0.0817, 0, 0], [0.1233, 0, 0], [0.168, 0, 0], [0.2135, 0, 0], [0.268, 0, 0], [0.3226, 0, 0], [0.3799, 0, 0], [0.4409, 0, 0], [0.5, 0, 0], [0.5591, 0, 0], [0.6201, 0, 0], [0.6774, 0, 0], [0.732, 0, 0], [0.7865, 0, 0], [0.832, 0, 0], [0.8767, 0, 0], [0.9183, 0, 0], [0.9591, 0, 0], [1, 0, 0]], "saturation": 1.32, "glow": 0, "spread": 0.012},
  "vintage": {"table": [[0.0685, 0, 0], [0.1048, 0.0022, -0.0026], [0.1411, 0.0029, -0.0043], [0.1728, 0.002, -0.0052], [0.2091, -0.0004, -0.0052], [0.25, -0.0035, -0.0035], [0.2954, -0.0066, -0.0018], [0.3454, -0.0097, -0.0001], [0.3954, -0.0128, 0.0016], [0.45, -0.0159, 0.0033], [0.5046, -0.019, 0.005], [0.5591, -0.0221, 0.0067], [0.6137, -0.0252, 0.0084], [0.6683, -0.0283, 0.0101], [0.7137, -0.0314, 0.0118], [0.7591, -0.0345, 0.0135], [0.8, -0.0376, 0.0152], [0.8363, -0.0305, 0.0127], [0.8721, -0.0219, 0.0093], [0.9043, -0.0117, 0.0051], [0.9406, 0, 0]], "saturation": 0.72, "glow": 0, "spread": 0.012},
  "faded": {"table": [[0.1279, 0, 0], [0.1689, 0, 0], [0.2142, 0, 0], [0.255, 0, 0], [0.2959, 0, 0], [0.3368, 0, 0], [0.3776, 0, 0], [0.4185, 0, 0], [0.4594, 0, 0], [0.5002, 0, 0], [0.5411, 0, 0], [0.582, 0, 0], [0.6228, 0, 0], [0.6637, 0, 0], [0.7046, 0, 0], [0.7454, 0, 0], [0.7863, 0, 0], [0.8272, 0, 0], [0.868, 0, 0], [0.9089, 0, 0], [0.9498, 0, 0]], "saturation": 0.68, "glow": 0, "spread": 0.012},
  "soft": {"table": [[0.0183, 0, 0], [0.0683, -0.0001, 0.0001], [0.1228, -0.0003, 0.0003], [0.1728, -0.0007, 0.0007], [0.2228, -0.0012, 0.0012], [0.2728, -0.0015, 0.0015], [0.3228, -0.0018, 0.0018], [0.3728, -0.0021, 0.0021], [0.4228, -0.0024, 0.0024], [0.4728, -0.0027, 0.0027], [0.5183, -0.003, 0.003], [0.5683, -0.0033, 0.0033], [0.6137, -0.0036, 0.0036], [0.6591, -0.0039, 0.0039], [0.7078, -0.0042, 0.0042], [0.7534, -0.0045, 0.0045], [0.7991, -0.0048, 0.0048], [0.8447, -0.0038, 0.0038], [0.8904, -0.0027, 0.0027], [0.9361, -0.0014, 0.0014], [0.9817, 0, 0]], "saturation": 0.95, "glow": 0.35, "spread": 0.012},
};

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
