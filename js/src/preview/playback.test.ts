import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connectKernel } from "../state/kernel.ts";
import { newScreen, type Screen, seek } from "../state/screen.ts";
import { DRAFT } from "../testing/draft.ts";
import { MemoryModel } from "../testing/model.ts";
import { Playback } from "./playback.ts";

let life: AbortController;
let view: AbortController;
let memory: MemoryModel;
let screen: Screen;
let playback: Playback;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame", "performance"],
  });
  life = new AbortController();
  view = new AbortController();
  memory = new MemoryModel({ draft: DRAFT as never });
  screen = newScreen();
  playback = new Playback(connectKernel(memory.model, life.signal), screen, life.signal);
  playback.watch(view.signal);
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test("playing moves the playhead with the clock, and pausing leaves it where it is", () => {
  playback.toggle();
  vi.advanceTimersByTime(1000);
  expect(screen.playing.value).toBe(true);
  expect(screen.playhead.value).toBeGreaterThan(900);
  playback.toggle();
  const { value } = screen.playhead;
  vi.advanceTimersByTime(1000);
  expect(screen.playhead.value).toBe(value);
  expect(screen.playing.value).toBe(false);
});

test("a seek while it plays goes on from there", () => {
  playback.play();
  vi.advanceTimersByTime(200);
  seek(screen, 5000);
  vi.advanceTimersByTime(200);
  expect(screen.playhead.value).toBeGreaterThan(5000);
  expect(screen.playhead.value).toBeLessThan(5400);
});

test("it stops at the end and starts anew from there", () => {
  seek(screen, 9400);
  playback.play();
  vi.advanceTimersByTime(300);
  expect(screen.playing.value).toBe(false);
  expect(screen.playhead.value).toBe(9500);
  playback.play();
  vi.advanceTimersByTime(100);
  expect(screen.playhead.value).toBeLessThan(300);
});

test("in a loop the end is followed by the start", () => {
  playback.loop.value = true;
  seek(screen, 9400);
  playback.play();
  vi.advanceTimersByTime(300);
  expect(screen.playing.value).toBe(true);
  expect(screen.playhead.value).toBeLessThan(500);
});

test("a step moves by one frame, not beyond the film, and stands still", () => {
  playback.play();
  playback.step(1);
  expect(screen.playing.value).toBe(false);
  expect(screen.playhead.value).toBe(34);
  playback.step(1);
  expect(screen.playhead.value).toBe(67);
  playback.step(-10);
  expect(screen.playhead.value).toBe(0);
});

test("nothing plays where nobody looks any more", () => {
  playback.play();
  view.abort();
  expect(screen.playing.value).toBe(false);
});

test("the sound is asked for when the draft has stood for a while, piece by piece", () => {
  expect(playback.sound.state.value).toBe("mixing");
  vi.advanceTimersByTime(2000);
  const [asked] = memory.sentOf("sound");
  expect(asked?.offset).toBe(0);
  const piece = (offset: number) =>
    memory.receive({ type: "sound", key: asked?.key ?? "", offset, total: 6 }, [new Uint8Array(3).buffer]);
  piece(0);
  expect(memory.sentOf("sound")[1]?.offset).toBe(3);
  piece(3);
  expect(playback.sound.state.value).toBe("here");
});

test("a draft without sound asks for none", () => {
  memory.change({ draft: { ...DRAFT, t: DRAFT.t.slice(0, 1) } as never });
  vi.advanceTimersByTime(2000);
  expect(memory.sentOf("sound")).toEqual([]);
  expect(playback.sound.state.value).toBe("none");
});
