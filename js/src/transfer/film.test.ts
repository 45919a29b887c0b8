import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Film } from "../protocol.ts";
import { connectKernel } from "../state/kernel.ts";
import { MemoryModel } from "../testing/model.ts";
import { FilmStore } from "./film.ts";

const MIB = 2 ** 20;
const film = (size: number, id = "f1"): Film => ({
  id,
  name: "trip.mp4",
  size,
  duration: 3,
  width: 16,
  height: 9,
});

let memory: MemoryModel;
let life: AbortController;
let store: FilmStore;

beforeEach(() => {
  vi.useFakeTimers();
  memory = new MemoryModel();
  life = new AbortController();
  store = new FilmStore(connectKernel(memory.model, life.signal), life.signal);
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function answer(offset: number, length: number, total: number, id = "f1"): void {
  memory.receive({ type: "film", id, offset, total }, [new DataView(new ArrayBuffer(length))]);
}

test("a film is asked for in pieces, four at a time, once somebody watches", () => {
  memory.change({ film: film(18 * MIB) });
  expect(memory.sentOf("film")).toEqual([]);
  store.watch();
  expect(memory.sentOf("film").map((message) => message.offset / MIB)).toEqual([0, 4, 8, 12]);
  answer(0, 4 * MIB, 18 * MIB);
  expect(memory.sentOf("film").at(-1)).toEqual({ type: "film", id: "f1", offset: 16 * MIB, length: 2 * MIB });
});

test("pieces out of order make a whole film", () => {
  store.watch();
  memory.change({ film: film(6 * MIB) });
  answer(4 * MIB, 2 * MIB, 6 * MIB);
  expect(store.state.value).toMatchObject({ status: "loading", received: 2 * MIB });
  answer(0, 4 * MIB, 6 * MIB);
  expect(store.state.value.status).toBe("ready");
  expect(store.state.value.url).toMatch(/^blob:/);
});

test("a large film waits for a press", () => {
  store.watch();
  memory.change({ film: film(65 * MIB) });
  expect(store.state.value.status).toBe("waiting");
  expect(memory.sentOf("film")).toEqual([]);
  store.fetch();
  expect(memory.sentOf("film")).toHaveLength(4);
});

test("a new film lets go of the old one and its address", () => {
  const revoked = vi.spyOn(URL, "revokeObjectURL");
  store.watch();
  memory.change({ film: film(10) });
  answer(0, 10, 10);
  const { url } = store.state.value;
  memory.change({ film: film(20, "f2") });
  expect(revoked).toHaveBeenCalledWith(url);
  answer(0, 10, 10);
  expect(store.state.value).toMatchObject({ status: "loading", received: 0, total: 20 });
});

test("a size that does not match is told, not played", () => {
  store.watch();
  memory.change({ film: film(10) });
  answer(0, 10, 11);
  expect(store.state.value).toMatchObject({ status: "failed", problem: "broken" });
});

test("silence fails the film, and it can be fetched again", async () => {
  store.watch();
  memory.change({ film: film(10) });
  await vi.advanceTimersByTimeAsync(32_000);
  expect(store.state.value).toMatchObject({ status: "failed", problem: "no-answer" });
  store.fetch();
  answer(0, 10, 10);
  expect(store.state.value.status).toBe("ready");
});

test("the film's address is let go with the model", () => {
  const revoked = vi.spyOn(URL, "revokeObjectURL");
  store.watch();
  memory.change({ film: film(10) });
  answer(0, 10, 10);
  life.abort();
  expect(revoked).toHaveBeenCalledWith(store.state.value.url);
});
