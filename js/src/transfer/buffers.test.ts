// @vitest-environment node
import { expect, test } from "vitest";
import { CHUNK } from "../protocol.ts";
import { Buffers } from "./buffers.ts";

const bytes = new Uint8Array(2 * CHUNK + 5).map((_, place) => (place * 7) % 251);
const file = new Blob([bytes]);
const expected = (offset: number, length: number) => bytes.subarray(offset, offset + length);

test("a piece is what the file has there, also in memory that was used before", async () => {
  const buffers = new Buffers();
  const first = await buffers.read(file, 0, CHUNK);
  expect(Buffer.compare(new Uint8Array(first), expected(0, CHUNK))).toBe(0);
  buffers.giveBack(first);
  const second = await buffers.read(file, CHUNK, CHUNK);
  expect(Buffer.compare(new Uint8Array(second), expected(CHUNK, CHUNK))).toBe(0);
  // Its memory went over to the second one.
  expect(first.byteLength).toBe(0);
  const last = await buffers.read(file, 2 * CHUNK, 5);
  expect(new Uint8Array(last)).toEqual(expected(2 * CHUNK, 5));
});

test("a piece that is still needed keeps its memory", async () => {
  const buffers = new Buffers();
  const first = await buffers.read(file, 0, CHUNK);
  await buffers.read(file, CHUNK, CHUNK);
  expect(Buffer.compare(new Uint8Array(first), expected(0, CHUNK))).toBe(0);
});

test("a file that has become shorter can't be read", async () => {
  await expect(new Buffers().read(new Blob(["short"]), 0, CHUNK)).rejects.toThrow();
});
