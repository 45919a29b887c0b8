/** A believable trip, in each state the panel can be in. */
import type { LogEntry, Photo, Traits } from "../src/protocol.ts";

const NAMES = [
  "harbour at dawn.jpg",
  "ferry.jpg",
  "old town stairs.jpg",
  "lunch.heic",
  "lighthouse.jpg",
  "beach.jpg",
  "kite.mov",
  "sunset.jpg",
];

export const photos: Photo[] = NAMES.map((name, index) => ({
  asset: `asset:${String(index).repeat(8)}`,
  name,
  kind: name.endsWith("mov") ? "video" : "image",
  width: 4032,
  height: 3024,
  duration: name.endsWith("mov") ? 9200 : null,
}));

const LENGTHS = [4200, 3000, 3500, 2500, 4000, 3300, 5000, 4500];
const MOTIONS = ["zoom-in", "pan-left", "zoom-out", "none", "pan-up", "zoom-in", "none", "zoom-out"];

export const draft = (() => {
  let start = 0;
  const pictures = photos.map((photo, index) => {
    const d = LENGTHS[index] ?? 3000;
    const segment = {
      id: `s${index}`,
      s: start,
      d,
      m: {
        name: photo.name,
        src: photo.asset,
        kind: photo.kind,
        motion: { kind: MOTIONS[index], amount: 0.15 },
        ...(index > 0 && { transition: { kind: index % 3 ? "crossfade" : "fade-black", d: 700 } }),
        look: { kind: index === 5 ? "warm" : "none" },
      },
    };
    start += d;
    return segment;
  });
  const text = (id: string, s: number, d: number, words: string) => ({ id, s, d, m: { text: words } });
  return {
    d: start,
    m: { schema: 1, name: "project", width: 1920, height: 1080, fps: 30 },
    t: [
      { id: "v1", tt: 0, m: { name: "Photos" }, sg: pictures },
      {
        id: "a1",
        tt: 1,
        m: { name: "Music" },
        sg: [
          {
            id: "m1",
            s: 0,
            d: start,
            m: { name: "Lo-fi", src: "music:lofi", volume: 0.55, fade: [1200, 3000] },
          },
        ],
      },
      {
        id: "x1",
        tt: 7,
        m: { name: "Titles" },
        sg: [
          text("x1a", 0, 3600, "A week by the sea"),
          text("x1b", 13_200, 4000, "The lighthouse keeper let us in"),
          text("x1c", 26_000, 4000, "See you next summer"),
        ],
      },
    ],
  };
})();

const now = 1_760_000_000_000;
const entry = (id: number, kind: LogEntry["kind"], text: string, more: Partial<LogEntry> = {}): LogEntry => ({
  id,
  kind,
  text,
  time: now + 4000 * id,
  ...more,
});

const conversation: LogEntry[] = [
  entry(1, "user", "Turn these photos into a slideshow of our week by the sea, with calm music and a title"),
  entry(2, "tool", "Looked at 8 photos", { detail: "8 files, 7 photos and 1 clip\ntaken 12–18 July" }),
  entry(3, "tool", "Chose the order by the time they were taken"),
  entry(4, "change", "added 8 photos to the track Photos, 30 s in all"),
  entry(5, "change", "music: Lo-fi at 55 %, fading out over 3 s"),
  entry(6, "change", "title “A week by the sea” at 0:00"),
  entry(
    7,
    "agent",
    "Here is a first cut of 30 seconds. The photos follow the week, each with a slow zoom or pan, and the music fades out under the sunset.",
  ),
];

export const STATES: Record<string, Partial<Traits>> = {
  connecting: { phase: "connecting", backend: { name: "", label: "", hosted: false } },
  empty: {},
  uploading: { photos: photos.slice(0, 3) },
  thinking: {
    phase: "thinking",
    photos,
    draft,
    revision: 4,
    can_undo: true,
    entries: [
      ...conversation,
      entry(8, "user", "Make it vertical for my phone, and the kite clip longer"),
      entry(9, "tool", "Looked at the draft", { detail: "8 pictures, 3 titles, 1 sound" }),
      entry(10, "tool", "Changing the canvas to 1080 × 1920", { open: true, progress: 0.4 }),
      entry(11, "agent", "The canvas is upright now; I am moving the frames so that", { open: true }),
    ],
  },
  ready: {
    photos,
    draft,
    revision: 4,
    can_undo: true,
    entries: conversation,
    suggestions: ["Make it 20 seconds", "More upbeat music", "Vertical, for a phone"],
  },
  rendering: {
    phase: "rendering",
    photos,
    draft,
    revision: 4,
    entries: [
      ...conversation,
      entry(8, "user", "Export it"),
      entry(9, "tool", "Rendering 900 frames", { open: true, progress: 0.2 }),
    ],
    exporting: { status: "running", frame: 182, frames: 900, stage: "pictures", message: "" },
  },
  done: {
    photos,
    draft,
    revision: 4,
    can_undo: true,
    can_redo: true,
    entries: [...conversation, entry(8, "notice", "Saved as trip.mp4 beside the notebook.")],
    exporting: { status: "done", frame: 900, frames: 900, stage: "finish", message: "" },
    film: { id: "f1", name: "trip.mp4", size: 90_000_000, duration: 30, width: 1920, height: 1080 },
    suggestions: ["Make it 20 seconds", "Vertical, for a phone"],
    backend: { name: "nemo", label: "NemoVideo", hosted: true, credits: 1240, linked: true },
  },
  exportfailed: {
    photos,
    draft,
    revision: 4,
    entries: [...conversation, entry(8, "error", "lunch.heic can no longer be read: the file ends early.")],
    exporting: {
      status: "failed",
      frame: 310,
      frames: 900,
      stage: "pictures",
      message:
        "lunch.heic can no longer be read: the file ends early. Remove it from the draft or add it again.",
    },
  },
  stopped: {
    photos,
    draft,
    revision: 4,
    entries: [...conversation, entry(8, "user", "Export it"), entry(9, "notice", "Stopped.")],
    exporting: { status: "cancelled", frame: 310, frames: 900, stage: "pictures", message: "" },
  },
  hosted: {
    photos,
    draft,
    revision: 4,
    entries: [...conversation, entry(8, "error", "Register or upgrade your plan to unlock export.")],
    backend: {
      name: "nemo",
      label: "NemoVideo",
      hosted: true,
      credits: 84,
      held: 5,
      anonymous: true,
      linked: true,
    },
    exporting: {
      status: "failed",
      frame: 0,
      frames: 0,
      stage: "",
      message: "Register or upgrade your plan to unlock export.",
      offer: "local",
    },
  },
  failed: {
    phase: "failed",
    problem: "The engine ended with status 1: the disk is full.",
    photos,
    draft,
    entries: conversation,
  },
};

export const HISTORY = [
  { origin: "code", words: "", changes: [] },
  {
    origin: "words",
    words: "Turn these photos into a slideshow of our week by the sea",
    changes: [
      "8 photos added: harbour at dawn.jpg, ferry.jpg +6",
      "Length: 0 s → 30 s",
      "Music added: Lo-fi, 0–30 s, 55 %",
    ],
  },
  { origin: "gesture", words: "", changes: ["Moved: beach.jpg, place 3 → 6"] },
  {
    origin: "words",
    words: "warmer beach, and a title",
    changes: ["Look of beach.jpg: none → warm", "Title added: 'A week by the sea', 0–3.6 s"],
  },
  { origin: "gesture", words: "", changes: ["kite.mov: 4 s → 5 s"] },
];
