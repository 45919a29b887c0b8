import { expect, test } from "vitest";
import { droppedFiles, pastedFiles, refusal } from "./files.ts";

const RULES = { accept: [".jpg", ".mp4"], maxBytes: 1000 };

test("suffixes are compared without regard to case", () => {
  expect(refusal({ name: "IMG.JPG", size: 10 }, RULES)).toBeNull();
  expect(refusal({ name: "notes.txt", size: 10 }, RULES)).toBe("unsupported");
});

test("files over the limit and empty ones are refused", () => {
  expect(refusal({ name: "a.jpg", size: 1001 }, RULES)).toBe("too-large");
  expect(refusal({ name: "a.jpg", size: 1000 }, RULES)).toBeNull();
  expect(refusal({ name: "a.jpg", size: 0 }, RULES)).toBe("empty");
});

test("without rules everything but nothing is taken", () => {
  expect(refusal({ name: "a.xyz", size: 5e9 }, { accept: [], maxBytes: 0 })).toBeNull();
});

const fileEntry = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (done: (file: File) => void) => done(new File(["x"], name)),
});

const folderEntry = (name: string, children: unknown[]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    const batches = [children.slice(0, 2), children.slice(2)].filter((batch) => batch.length > 0);
    return { readEntries: (done: (batch: unknown[]) => void) => done(batches.shift() ?? []) };
  },
});

test("a dropped folder gives its files in natural order, hidden ones left out", async () => {
  const folder = folderEntry("trip", [
    fileEntry("10.jpg"),
    fileEntry("9.jpg"),
    fileEntry(".DS_Store"),
    folderEntry("later", [fileEntry("1.jpg")]),
  ]);
  const items = [{ kind: "file", webkitGetAsEntry: () => folder }, { kind: "string" }];
  const dropped = await droppedFiles({ items } as never);
  expect(dropped.fromFolder.map((file) => file.name)).toEqual(["9.jpg", "10.jpg", "1.jpg"]);
  expect(dropped.files).toEqual([]);
});

test("files dropped on their own come as they are", async () => {
  const file = new File(["x"], "a.jpg");
  const items = [{ kind: "file", webkitGetAsEntry: () => fileEntry("a.jpg"), getAsFile: () => file }];
  expect((await droppedFiles({ items } as never)).files).toEqual([file]);
});

test("pasted pictures get names of their own, pasted words stay words", () => {
  const shot = new File(["x"], "image.png", { type: "image/png" });
  const copied = new File(["x"], "beach.jpg");
  const names = (types: string[], files: File[]) =>
    pastedFiles({ types, files } as never).map((file) => file.name);
  expect(names(["Files"], [shot, copied])).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/),
    "beach.jpg",
  ]);
  expect(names(["text/plain", "Files"], [shot])).toEqual([]);
});
