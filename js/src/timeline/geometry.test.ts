import { expect, test } from "vitest";
import {
  clampTime,
  envelope,
  fitScale,
  itemsInSight,
  largestZoom,
  nearest,
  packRows,
  rulerFor,
  scaleAt,
  scrollAround,
  sightOf,
  snapTo,
  stepFor,
  ticks,
  timeAt,
  zoomed,
} from "./geometry.ts";

test("at zoom one the whole film fits the viewport", () => {
  expect(scaleAt(1, 30_000, 600) * 30_000).toBeCloseTo(600);
});

test("a film of no length has no scale and no place in time", () => {
  expect(fitScale(0, 600)).toBe(0);
  expect(timeAt(50, 0, 0)).toBe(0);
});

test("zooming stays between the whole film and two fifths of a pixel a millisecond", () => {
  expect(zoomed(1, -1, 30_000, 600)).toBe(1);
  expect(zoomed(1, 1, 30_000, 600)).toBe(1.5);
  const largest = largestZoom(30_000, 600);
  expect(zoomed(largest, 1, 30_000, 600)).toBe(largest);
  expect(scaleAt(1e9, 30_000, 600)).toBeCloseTo(0.4);
});

test("a click finds its time and never leaves the film", () => {
  expect(timeAt(100, 0.02, 30_000)).toBe(5000);
  expect(timeAt(-5, 0.02, 30_000)).toBe(0);
  expect(timeAt(1e6, 0.02, 30_000)).toBe(30_000);
  expect(clampTime(12.6, 30_000)).toBe(13);
});

test("ruler labels are round and far enough apart at every scale", () => {
  for (let scale = 0.0005; scale < 0.4; scale *= 1.3) {
    const { major, minor } = rulerFor(scale, 68);
    expect(major * scale).toBeGreaterThanOrEqual(68);
    expect(major % minor).toBeCloseTo(0);
  }
  expect(rulerFor(0.02, 68)).toEqual({ major: 5000, minor: 1000 });
});

test("ticks run from the start to the end", () => {
  expect(ticks(9500, 5000)).toEqual([0, 5000]);
  expect(ticks(10_000, 5000)).toEqual([0, 5000, 10_000]);
  expect(ticks(1000, 0)).toEqual([]);
});

test("segments that overlap get rows of their own, the others share", () => {
  const { rows, count } = packRows([
    { id: "a", start: 0, end: 3000 },
    { id: "b", start: 1000, end: 4000 },
    { id: "c", start: 3000, end: 5000 },
  ]);
  expect([...rows.values()]).toEqual([0, 1, 0]);
  expect(count).toBe(2);
});

test("the nearest segment is the one whose middle is nearest", () => {
  const segments = [
    { id: "a", start: 0, end: 1000 },
    { id: "b", start: 1000, end: 9000 },
  ];
  expect(nearest(segments, 2000)?.id).toBe("a");
  expect(nearest(segments, 4000)?.id).toBe("b");
  expect(nearest([], 0)).toBeUndefined();
});

test("a sound's outline rises with its fade in and falls with its fade out", () => {
  expect(envelope(10_000, 0.5, [1000, 2000])).toBe("polygon(0% 100%, 10% 50%, 80% 50%, 100% 100%)");
});

test("zooming keeps what the fingers are on", () => {
  expect(scrollAround(100, 50, 0.1, 0.2)).toBe(250);
  expect(scrollAround(0, 300, 0.2, 0.1)).toBe(0);
});

const many = Array.from({ length: 2000 }, (_, n) => ({ id: `s${n}`, start: 3000 * n, end: 3000 * (n + 1) }));

test("of two thousand segments only those in sight are drawn, and the one that has the keyboard", () => {
  const sight = sightOf(60_000, 1000);
  const items = itemsInSight(many, sight, 0.03, new Set(["s0"]));
  expect(items.length).toBeLessThan(30);
  expect(items[0]).toEqual({ segment: many[0] });
  const drawn = items.slice(1).flatMap((item) => ("segment" in item ? [item.segment] : item.bundle));
  expect((drawn[0]?.start ?? 0) * 0.03).toBeLessThanOrEqual(60_000);
  expect((drawn.at(-1)?.end ?? 0) * 0.03).toBeGreaterThanOrEqual(61_000);
});

test("segments too narrow to be told apart are drawn in bundles that hold every one of them", () => {
  const scale = 1000 / 6_000_000;
  const items = itemsInSight(many, sightOf(0, 1000), scale, new Set(["s7"]));
  expect(items.length).toBeLessThan(150);
  const all = items.flatMap((item) => ("segment" in item ? [item.segment] : item.bundle));
  expect(all).toEqual(many);
  expect(
    items.filter((item) => "segment" in item).map((item) => "segment" in item && item.segment.id),
  ).toContain("s7");
});

test("an edge is attracted by the nearest place within reach", () => {
  expect(snapTo(1000, [0, 960, 1100], 100)).toBe(960);
  expect(snapTo(1000, [0, 800], 100)).toBeNull();
});

test("drags step by what can be seen", () => {
  expect([stepFor(0.4), stepFor(0.06), stepFor(0.02), stepFor(0.001)]).toEqual([10, 50, 100, 100]);
});
