import { expect, test } from "vitest";
import { bytesOf, crc32, decodeBase64, encodeBase64 } from "./bytes.ts";

test("a view into a larger message gives its own part", () => {
  const whole = new Uint8Array([1, 2, 3, 4]).buffer;
  expect([...(bytesOf([new DataView(whole, 1, 2)]) ?? [])]).toEqual([2, 3]);
  expect(bytesOf([])).toBeNull();
});

test("the checksum is zlib's, whatever the length", () => {
  const of = (text: string) => crc32(new TextEncoder().encode(text).buffer as ArrayBuffer);
  expect(of("")).toBe(0);
  expect(of("123456789")).toBe(0xcbf43926);
  expect(of("photo")).toBe(0x14b78418);
});

test("bytes survive as text", () => {
  const bytes = new Uint8Array(100_000).map((_, place) => place * 7);
  expect([...decodeBase64(encodeBase64(bytes.buffer))]).toEqual([...bytes]);
});
