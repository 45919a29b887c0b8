import { expect, test } from "vitest";
import { readDraft, type SegmentView } from "../draft.ts";
import { DRAFT } from "../testing/draft.ts";
import { wavePath } from "./peaks.ts";

const music = readDraft(DRAFT as never).tracks[1]?.segments[0] as SegmentView;
const heights = (path: string) =>
  [...path.slice(0, path.indexOf("L1 ")).matchAll(/L[\d.]+ ([\d.]+)/g)].map(([, y]) => 0.5 - Number(y));

test("a waveform rises with its fade in and falls with its fade out", () => {
  const faded = { ...music, volume: 1, fade: [4750, 2000] as const };
  const found = heights(wavePath(faded, Array(100).fill(0.5), null));
  expect(found).toHaveLength(100);
  expect(found[0]).toBeLessThan(0.01);
  expect(found[60]).toBeCloseTo(0.46);
  expect(found[99]).toBeLessThan(0.02);
});

test("a file is drawn from where it is heard, and again where it repeats", () => {
  const peaks = Array.from({ length: 100 }, (_, n) => (n < 50 ? 1 : 0.5));
  const file = {
    ...music,
    duration: 10_000,
    volume: 1,
    fade: [0, 0] as const,
    meta: { offset: 5000, loop: true },
  };
  const found = heights(wavePath(file, peaks, 10_000));
  expect(found[10]).toBeCloseTo(0.23);
  expect(found[60]).toBeCloseTo(0.46);
});

test("silence and what is not known yet are no shape", () => {
  expect(wavePath(music, [], null)).toBe("");
});
