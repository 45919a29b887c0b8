import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connectKernel } from "../state/kernel.ts";
import { MemoryModel } from "../testing/model.ts";
import { Sound } from "./sound.ts";

const life = new AbortController();

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test("what is heard in the film only is known until the sound is another", () => {
  const memory = new MemoryModel();
  const sound = new Sound(connectKernel(memory.model, life.signal), life.signal);
  sound.want("their music");
  vi.advanceTimersByTime(2000);
  const [asked] = memory.sentOf("sound");
  memory.receive({ type: "sound", key: asked?.key ?? "", offset: 0, total: 0, elsewhere: true });
  expect(sound.state.value).toBe("none");
  expect(sound.elsewhere.value).toBe(true);
  sound.want("no music");
  expect(sound.elsewhere.value).toBe(false);
});
