import { expect, test } from "vitest";
import { sends } from "./keys.ts";

const press = (more: object) =>
  sends({ key: "Enter", shiftKey: false, altKey: false, isComposing: false, keyCode: 13, ...more });

test("Enter sends, Shift+Enter starts a new line", () => {
  expect(press({})).toBe(true);
  expect(press({ shiftKey: true })).toBe(false);
  expect(press({ key: "a" })).toBe(false);
});

test("Enter that picks an input method's candidate does not send", () => {
  expect(press({ isComposing: true })).toBe(false);
  expect(press({ keyCode: 229 })).toBe(false);
});
