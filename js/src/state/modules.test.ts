import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MemoryModel } from "../testing/model.ts";
import { connectKernel } from "./kernel.ts";
import { Modules } from "./modules.ts";

let memory: MemoryModel;
let life: AbortController;
let modules: Modules;
const asked = () => memory.sentOf("module").map(({ name }) => name);
const hear = (name: "painting" | "chinese") => memory.receive({ type: "module", name, text: name });

beforeEach(() => {
  vi.useFakeTimers();
  memory = new MemoryModel();
  memory.answers = false;
  life = new AbortController();
  const kernel = connectKernel(memory.model, life.signal);
  modules = new Modules(kernel, life.signal, async (text) => `opened ${text}`);
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test("a module is asked for by who wants it first, and opened when it comes", async () => {
  modules.want("painting");
  modules.want("painting");
  expect(asked()).toEqual(["painting"]);
  hear("painting");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(modules.painting.value).toBe("opened painting");
  expect(asked()).toEqual(["painting"]);
});

test("where an answer stays away it is asked for again, ever more seldom, and never after the end", async () => {
  modules.want("painting");
  await vi.advanceTimersByTimeAsync(3000);
  expect(asked()).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(5999);
  expect(asked()).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked()).toHaveLength(3);
  life.abort();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked()).toHaveLength(3);
});

test("what another view asked for is not opened here", async () => {
  hear("chinese");
  await vi.advanceTimersByTimeAsync(1);
  expect(modules.chinese.value).toBeNull();
});
