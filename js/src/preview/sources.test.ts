import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Photo } from "../protocol.ts";
import { connectKernel } from "../state/kernel.ts";
import { DRAFT } from "../testing/draft.ts";
import { MemoryModel } from "../testing/model.ts";
import { readFilm, sceneAt } from "./film.ts";
import { Sources } from "./sources.ts";

const FRAME = [960, 540] as const;
const film = readFilm(DRAFT);
let life: AbortController;
let memory: MemoryModel;
let sources: Sources;

beforeEach(() => {
  vi.stubGlobal("createImageBitmap", () =>
    Promise.resolve({ width: 4, height: 3, close: () => {} } as ImageBitmap),
  );
  life = new AbortController();
  memory = new MemoryModel();
  sources = new Sources(connectKernel(memory.model, life.signal), life.signal);
});

afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

function answerAll(): void {
  memory.answer = (message) => {
    const bytes = [new Uint8Array([1, 2, 3]).buffer];
    if (message.type === "proxy")
      memory.receive({ type: "proxy", src: message.src, width: message.width, time: message.time }, bytes);
    if (message.type === "caption") memory.receive({ type: "caption", key: message.key, x: 5, y: 6 }, bytes);
  };
}

test("what is seen at the playhead is asked for first, and little at once", () => {
  sources.want(film, 4000);
  expect(memory.sent).toHaveLength(2);
  expect(memory.sentOf("proxy").map(({ name }) => name)).toEqual(["pier.jpg"]);
  expect(memory.sentOf("caption")).toHaveLength(1);
});

test("each picture and text is asked for once, however often it is wanted", async () => {
  answerAll();
  sources.want(film, 0);
  sources.want(film, 5000);
  await vi.waitFor(() => expect(sources.isReady(sceneAt(film, 0), FRAME)).toBe(true));
  sources.want(film, 0);
  expect(
    memory
      .sentOf("proxy")
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["beach.jpg", "pier.jpg", "sunset.jpg"]);
  expect(memory.sentOf("caption")).toHaveLength(1);
});

test("a picture that Python can't give is settled, and the others come", async () => {
  memory.answer = (message) => {
    if (message.type === "proxy")
      memory.receive({ type: "proxy", src: message.src, width: message.width, time: message.time }, [
        new ArrayBuffer(0),
      ]);
  };
  const before = sources.news.value;
  sources.want(readFilm({ ...DRAFT, t: DRAFT.t.slice(0, 1) } as never), 0);
  expect(memory.sentOf("proxy")).toHaveLength(3);
  expect(sources.news.value).toBeGreaterThan(before);
  expect(sources.isReady(sceneAt(readFilm({ ...DRAFT, t: DRAFT.t.slice(0, 1) } as never), 0), FRAME)).toBe(
    true,
  );
});

test("of many photos fetched before there is a film the first stay unpacked, and they alone", async () => {
  answerAll();
  const unpacked = vi.fn(() => Promise.resolve({ width: 4, height: 3, close: () => {} } as ImageBitmap));
  vi.stubGlobal("createImageBitmap", unpacked);
  const photos = Array.from({ length: 30 }, (_, n) => ({
    asset: `asset:${n}`,
    name: `${n}.jpg`,
    kind: "image",
    width: 4000,
    height: 3000,
    duration: null,
  }));
  memory.change({ photos });
  sources.expect(photos);
  expect(memory.sentOf("proxy")).toHaveLength(30);
  expect(unpacked).toHaveBeenCalledTimes(3);
});

test("a photo fetched before there is a film is the one that the film needs", async () => {
  answerAll();
  const photo = {
    asset: "asset:a",
    name: "beach.jpg",
    kind: "image",
    width: 4000,
    height: 3000,
    duration: null,
  };
  memory.change({ photos: [photo as Photo] });
  sources.expect([photo as Photo]);
  const asked = memory.sentOf("proxy").length;
  const one = { id: "s", s: 0, d: 9, m: { src: "asset:a", motion: { kind: "zoom-in", amount: 0.15 } } };
  sources.want(readFilm({ t: [{ id: "v", tt: 0, sg: [one] }] }), 0);
  expect(memory.sentOf("proxy")).toHaveLength(asked);
});
