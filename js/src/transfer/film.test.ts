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
  memory.receive({ type: "film", id, offset, length, total }, [new DataView(new ArrayBuffer(length))]);
}

test("a film is asked for in pieces, four at a time, once somebody wants to see it", async () => {
  memory.change({ film: film(18 * MIB) });
  expect(store.state.value.status).toBe("waiting");
  expect(memory.sentOf("film")).toEqual([]);
  await store.fetch();
  expect(memory.sentOf("film").map((message) => message.offset / MIB)).toEqual([0, 4, 8, 12]);
  answer(0, 4 * MIB, 18 * MIB);
  expect(memory.sentOf("film").at(-1)).toEqual({ type: "film", id: "f1", offset: 16 * MIB, length: 2 * MIB });
});

test("a film that the server shows is played from there, if it is the very same", async () => {
  document.body.innerHTML = '<script id="jupyter-config-data">{"baseUrl": "/user/me/"}</script>';
  const served = (status: number, size: number) =>
    vi.fn(async () => new Response(null, { status, headers: { "Content-Range": `bytes 0-0/${size}` } }));
  memory.change({ film: { ...film(10), beside: "films/a b.mp4" } });
  const here = new FilmStore(
    { ...connectKernel(memory.model, life.signal), notebook: "RTC:trips/x.ipynb" },
    life.signal,
  );
  vi.stubGlobal("fetch", served(206, 11));
  await here.fetch();
  expect(here.state.value.status).toBe("loading");
  memory.change({ film: { ...film(10, "f2"), beside: "films/a b.mp4" } });
  vi.stubGlobal("fetch", served(206, 10));
  here.watch();
  await vi.advanceTimersByTimeAsync(10);
  expect(here.state.value).toMatchObject({
    status: "ready",
    url: "/user/me/files/trips/films/a%20b.mp4?film=f2",
  });
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

test("pieces out of order make a whole film", async () => {
  memory.change({ film: film(6 * MIB) });
  await store.fetch();
  answer(4 * MIB, 2 * MIB, 6 * MIB);
  expect(store.state.value).toMatchObject({ status: "loading", received: 2 * MIB });
  answer(0, 4 * MIB, 6 * MIB);
  expect(store.state.value.status).toBe("ready");
  expect(store.state.value.url).toMatch(/^blob:/);
});

test("a new film lets go of the old one and its address", async () => {
  const revoked = vi.spyOn(URL, "revokeObjectURL");
  memory.change({ film: film(10) });
  await store.fetch();
  answer(0, 10, 10);
  const { url } = store.state.value;
  memory.change({ film: film(20, "f2") });
  await store.fetch();
  expect(revoked).toHaveBeenCalledWith(url);
  answer(0, 10, 10);
  expect(store.state.value).toMatchObject({ status: "loading", received: 0, total: 20 });
});

test("a size that does not match is told, not played", async () => {
  memory.change({ film: film(10) });
  await store.fetch();
  answer(0, 10, 11);
  expect(store.state.value).toMatchObject({ status: "failed", problem: "broken" });
});

test("silence fails the film, and it can be fetched again", async () => {
  memory.change({ film: film(10) });
  await store.fetch();
  await vi.advanceTimersByTimeAsync(32_000);
  expect(store.state.value).toMatchObject({ status: "failed", problem: "no-answer" });
  await store.fetch();
  answer(0, 10, 10);
  expect(store.state.value.status).toBe("ready");
});

test("the film's address is let go with the model", async () => {
  const revoked = vi.spyOn(URL, "revokeObjectURL");
  memory.change({ film: film(10) });
  await store.fetch();
  answer(0, 10, 10);
  life.abort();
  expect(revoked).toHaveBeenCalledWith(store.state.value.url);
});
