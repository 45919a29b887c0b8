import { expect, test } from "vitest";
import { formatBytes, formatSeconds, formatSpan, formatTime, percent, randomId } from "./format.ts";

test("times show tenths only where there are any", () => {
  expect(formatTime(0)).toBe("0:00");
  expect(formatTime(3500)).toBe("0:03.5");
  expect(formatTime(61_000)).toBe("1:01");
  expect(formatTime(3_729_000)).toBe("1:02:09");
});

test("a time just under the minute rounds into the next one", () => {
  expect(formatTime(59_970)).toBe("1:00");
});

test("a span joins two times with a dash", () => {
  expect(formatSpan(0, 3500)).toBe("0:00–0:03.5");
  expect(formatSeconds(3500)).toBe("3.5 s");
});

test("sizes read like a file manager's", () => {
  expect(formatBytes(0)).toBe("0 B");
  expect(formatBytes(12_430_000)).toBe("12.4 MB");
  expect(formatBytes(999_900)).toBe("1 MB");
  expect(formatBytes(180_000_000)).toBe("180 MB");
});

test("a part of nothing is no percent", () => {
  expect(percent(1, 0)).toBe(0);
  expect(percent(1, 3)).toBe(33);
  expect(percent(5, 3)).toBe(100);
});

test("ids differ, also on a plain-http page", () => {
  const secure = Object.getOwnPropertyDescriptor(crypto, "randomUUID");
  expect(randomId()).not.toBe(randomId());
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  expect(randomId()).toMatch(/^[0-9a-f]{32}$/);
  if (secure) Object.defineProperty(crypto, "randomUUID", secure);
  else Reflect.deleteProperty(crypto, "randomUUID");
});
