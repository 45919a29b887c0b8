/** Shows the panel without a notebook: ?state=ready&theme=dark&part=timeline&width=800&lang=zh */
import panel from "../src/panel.ts";
import type { Model, Outgoing } from "../src/protocol.ts";
import { MemoryModel } from "../src/testing/model.ts";
import { openSource } from "../src/testing/modules.ts";
import { draft, HISTORY, photos, STATES } from "./demo.ts";

const query = new URLSearchParams(location.search);
document.body.dataset.jpThemeLight = String(query.get("theme") !== "dark");

const HUES = [
  [28, 210],
  [200, 190],
  [35, 20],
  [80, 30],
  [205, 10],
  [190, 45],
  [210, 130],
  [12, 280],
] as const;

/** Paints a small landscape: sky, sun, hills, water. */
async function paint(index: number, width: number): Promise<ArrayBuffer> {
  const [warm, cool] = HUES[index % HUES.length] ?? [30, 200];
  const canvas = new OffscreenCanvas(width, Math.round((width * 3) / 4));
  const { height } = canvas;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  const sky = pen.createLinearGradient(0, 0, 0, height * 0.65);
  sky.addColorStop(0, `hsl(${cool} 55% 52%)`);
  sky.addColorStop(1, `hsl(${warm} 80% 76%)`);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = `hsl(${warm} 95% 86%)`;
  pen.beginPath();
  pen.arc(width * (0.2 + 0.08 * index), height * (0.48 - 0.03 * (index % 4)), height * 0.09, 0, 7);
  pen.fill();
  for (const [layer, base] of [0.52, 0.6, 0.7].entries()) {
    pen.fillStyle = `hsl(${cool} ${34 - layer * 6}% ${44 - layer * 13}%)`;
    pen.beginPath();
    pen.moveTo(0, height);
    for (let x = 0; x <= width; x += 2) {
      const wave = Math.sin((x / width) * (4 + layer * 2) + index * 1.7 + layer) * 0.06;
      pen.lineTo(x, height * (base + wave));
    }
    pen.lineTo(width, height);
    pen.fill();
  }
  return (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 })).arrayBuffer();
}

const state = query.get("state") ?? "ready";
const memory = new MemoryModel({
  phase: "ready",
  backend: { name: "local", label: "On this machine", hosted: false },
  accept: [".jpg", ".jpeg", ".png", ".heic", ".mov", ".mp4", ".mp3"],
  max_bytes: 200 * 2 ** 20,
  language: query.get("lang") ?? "",
  suggestions: ["A 30 second slideshow with calm music", "Use every photo, oldest first"],
  ...STATES[state],
});

/** A text as Python would send it: white words on nothing, where they stand in the frame. */
async function letter({ key, segment, width, height }: Extract<Outgoing, { type: "caption" }>) {
  const words = String(segment.m?.text ?? "");
  const size = Math.round(height * 0.075);
  const canvas = new OffscreenCanvas(width, Math.round(1.5 * size));
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.font = `600 ${size}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.fillStyle = "#ffffff";
  pen.shadowColor = "rgb(0 0 0 / 60%)";
  pen.shadowBlur = size / 6;
  pen.fillText(words, width / 2, size);
  const bytes = await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer();
  memory.receive({ type: "caption", key, x: 0, y: Math.round(height * 0.8) }, [bytes]);
}

const held = new Map<string, number>();
memory.answer = (message, buffers) => {
  console.debug("→", message);
  if (message.type === "thumbnail") {
    const index = Math.max(
      0,
      photos.findIndex((photo) => photo.asset === message.asset),
    );
    void paint(index, message.width).then((bytes) => memory.receive(message, [bytes]));
  }
  if (message.type === "proxy") {
    const { type, src, width, time } = message;
    const index = photos.findIndex((photo) => photo.asset === src);
    void paint(index, width).then((bytes) => memory.receive({ type, src, width, time }, [bytes]));
  }
  if (message.type === "caption") void letter(message);
  if (message.type === "sound") {
    const { type, key, offset } = message;
    setTimeout(
      () =>
        memory.receive({ type, key, offset, total: 0, elsewhere: state === "hosted" }, [new ArrayBuffer(0)]),
      20,
    );
  }
  if (message.type === "history") {
    const entries = HISTORY.map((entry, revision) => ({
      revision,
      time: 1_760_000_000_000 + 60_000 * revision,
      ...entry,
    }));
    setTimeout(() => memory.receive({ type: "history", entries, revision: 4 }), 20);
  }
  if (message.type === "revision") {
    const past = {
      ...draft,
      t: draft.t.map((track) => ({ ...track, sg: track.sg.slice(0, 2 + message.revision) })),
    };
    setTimeout(() => memory.receive({ ...message, draft: past as never }), 20);
  }
  if (message.type === "peaks") {
    const peaks = Array.from(
      { length: 1000 },
      (_, x) => Math.abs(Math.sin(x / 9) * Math.sin(x / 61)) * 0.7 + 0.1,
    );
    setTimeout(() => memory.receive({ ...message, peaks }), 50);
  }
  if (message.type === "upload_chunk") {
    const size = buffers[0]?.byteLength ?? 0;
    const total = (held.get(message.id) ?? 0) + size;
    held.set(message.id, total);
    // The uploading state shows files half way: nothing after their second piece is acknowledged.
    if (total <= 8 * 2 ** 20)
      setTimeout(() => memory.receive({ type: "upload_ack", id: message.id, offset: total }), 30);
  }
  if (message.type === "upload_end" && state !== "uploading")
    setTimeout(
      () => memory.receive({ type: "upload_done", id: message.id, name: "", asset: "asset:new" }),
      300,
    );
};

const el = document.createElement("div");
const width = query.get("width");
if (width) el.style.width = `${width}px`;
el.dataset.p2vPart = query.get("part") ?? "panel";
document.body.append(el);

const life = new AbortController();
const widget = panel(openSource);
const model = memory.model as Model;
widget.initialize({ model, signal: life.signal } as never);
widget.render({ model, el, signal: life.signal } as never);
Object.assign(window, { memory, life, states: Object.keys(STATES) });

if (state === "uploading") {
  const file = (name: string, megabytes: number) => new File([new Uint8Array(megabytes * 2 ** 20)], name);
  const chosen = new DataTransfer();
  for (const [name, megabytes] of [
    ["lighthouse keeper, third try.heic", 14],
    ["beach.jpg", 11],
    ["kite.mov", 60],
    ["sunset.jpg", 5],
    ["itinerary.docx", 1],
  ] as const)
    chosen.items.add(file(name, megabytes));
  const input = el.firstElementChild?.shadowRoot?.querySelector<HTMLInputElement>("input[type=file]");
  if (input) {
    input.files = chosen.files;
    input.dispatchEvent(new Event("change"));
  }
}
