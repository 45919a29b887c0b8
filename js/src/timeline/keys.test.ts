import { expect, test } from "vitest";
import { actionOf, historyStep } from "./keys.ts";

const press = (
  key: string,
  held: Partial<Record<"altKey" | "ctrlKey" | "metaKey" | "shiftKey", boolean>> = {},
) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

test("arrows select, with Shift more, with Ctrl nothing; with Alt they move", () => {
  expect(actionOf(press("ArrowRight"))).toEqual({ do: "go", key: "ArrowRight", extend: false, stay: false });
  expect(actionOf(press("End", { shiftKey: true }))).toMatchObject({ do: "go", extend: true });
  expect(actionOf(press("ArrowUp", { ctrlKey: true }))).toMatchObject({ do: "go", stay: true });
  expect(actionOf(press("ArrowLeft", { altKey: true }))).toEqual({ do: "move", by: -1, far: false });
  expect(actionOf(press("ArrowUp", { altKey: true }))).toBeNull();
});

test("brackets retime, also where a keyboard needs AltGr for them", () => {
  expect(actionOf(press("]"))).toEqual({ do: "trim", by: 100 });
  expect(actionOf(press("{", { shiftKey: true }))).toEqual({ do: "trim", by: -1000 });
  expect(actionOf(press("[", { altKey: true, ctrlKey: true }))).toEqual({ do: "trim", by: -100 });
});

test("letters are commands by themselves only: the browser keeps Ctrl+S and Ctrl+D", () => {
  expect(actionOf(press("s"))).toEqual({ do: "split" });
  expect(actionOf(press("D", { shiftKey: true }))).toEqual({ do: "duplicate" });
  expect(actionOf(press("s", { ctrlKey: true }))).toBeNull();
  expect(actionOf(press("d", { metaKey: true }))).toBeNull();
  expect(actionOf(press("q"))).toBeNull();
});

test("undo and redo are what they are everywhere", () => {
  expect(historyStep(press("z", { ctrlKey: true }))).toBe(-1);
  expect(historyStep(press("Z", { metaKey: true, shiftKey: true }))).toBe(1);
  expect(historyStep(press("y", { ctrlKey: true }))).toBe(1);
  expect(historyStep(press("z"))).toBe(0);
  expect(historyStep(press("z", { ctrlKey: true, altKey: true }))).toBe(0);
});
