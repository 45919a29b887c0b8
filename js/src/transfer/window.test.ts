import { expect, test } from "vitest";
import { arrived, arrivedUpTo, isComplete, openWindow, take, type Window } from "./window.ts";

function takeAll(window: Window): { ranges: [number, number][]; window: Window } {
  const ranges: [number, number][] = [];
  for (let piece = take(window); piece; piece = take(window)) {
    ranges.push([piece.range.offset, piece.range.length]);
    window = piece.window;
  }
  return { ranges, window };
}

test("pieces cover the file without gap or overlap", () => {
  expect(takeAll(openWindow(10, 4)).ranges).toEqual([
    [0, 4],
    [4, 4],
    [8, 2],
  ]);
});

test("a file that is a whole number of pieces has no empty last one", () => {
  expect(takeAll(openWindow(8, 4)).ranges).toEqual([
    [0, 4],
    [4, 4],
  ]);
});

test("an acknowledgement covers everything before it", () => {
  const { window } = takeAll(openWindow(10, 4));
  expect(arrivedUpTo(window, 8).pending).toEqual([10]);
  expect(isComplete(arrivedUpTo(window, 10))).toBe(true);
});

test("an acknowledgement in the middle of a piece does not count for it", () => {
  const { window } = takeAll(openWindow(10, 4));
  expect(arrivedUpTo(window, 3)).toBe(window);
});

test("answers out of order complete the file once all are there", () => {
  let { window } = takeAll(openWindow(10, 4));
  for (const end of [10, 4]) window = arrived(window, end);
  expect(isComplete(window)).toBe(false);
  expect(arrived(window, 4)).toBe(window);
  expect(isComplete(arrived(window, 8))).toBe(true);
});
