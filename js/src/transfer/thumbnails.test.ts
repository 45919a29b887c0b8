import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connectKernel } from "../state/kernel.ts";
import { MemoryModel } from "../testing/model.ts";
import { SMALL, Thumbnails } from "./thumbnails.ts";

let memory: MemoryModel;
let life: AbortController;
let thumbnails: Thumbnails;

beforeEach(() => {
  vi.useFakeTimers();
  memory = new MemoryModel();
  life = new AbortController();
  thumbnails = new Thumbnails(connectKernel(memory.model, life.signal), life.signal);
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const answer = (asset: string) =>
  memory.receive({ type: "thumbnail", asset, width: SMALL }, [new DataView(new ArrayBuffer(8), 2, 4)]);

test("a picture is asked for once however many look at it", () => {
  thumbnails.want("asset:a", SMALL);
  thumbnails.want("asset:a", SMALL);
  answer("asset:a");
  thumbnails.want("asset:a", SMALL);
  expect(memory.sentOf("thumbnail")).toHaveLength(1);
  expect(thumbnails.url("asset:a", SMALL).value).toMatch(/^blob:/);
});

test("six are asked for at a time, the next as answers come", () => {
  for (let index = 0; index < 8; index += 1) thumbnails.want(`asset:${index}`, SMALL);
  expect(memory.sentOf("thumbnail")).toHaveLength(6);
  answer("asset:3");
  expect(memory.sentOf("thumbnail").at(-1)?.asset).toBe("asset:6");
});

test("an unanswered one gives up its place and may be asked for again", async () => {
  thumbnails.want("asset:a", SMALL);
  await vi.advanceTimersByTimeAsync(21_000);
  thumbnails.want("asset:a", SMALL);
  expect(memory.sentOf("thumbnail")).toHaveLength(2);
});

test("pictures that another tab asked for are passed over", () => {
  answer("asset:z");
  expect(thumbnails.url("asset:z", SMALL).value).toBeNull();
});
