import { expect, test } from "vitest";
import { findSegment, mainTrack, pictureAt, readDraft, stackedTracks } from "./draft.ts";
import { DRAFT } from "./testing/draft.ts";

test("an empty draft has no tracks and no length", () => {
  expect(readDraft({})).toMatchObject({ duration: 0, width: 1920, height: 1080, fps: 30, tracks: [] });
});

test("what a segment leaves out has the documented default", () => {
  const [segment] = mainTrack(readDraft(DRAFT))?.segments ?? [];
  expect(segment).toMatchObject({ motion: "none", transition: null, look: "none", fit: "cover", volume: 1 });
});

test("a broken draft is read as far as it makes sense", () => {
  const odd = {
    d: "long",
    m: null,
    t: [null, { tt: 0, sg: [7, { s: -5, d: "x", m: [] }] }, { tt: 99, sg: {} }],
  };
  const draft = readDraft(odd as never);
  expect(draft.duration).toBe(0);
  expect(draft.tracks.map((track) => track.kind)).toEqual(["other", "picture", "other"]);
  expect(draft.tracks[1]?.segments).toHaveLength(2);
});

test("without a length of its own the draft ends with its last segment", () => {
  expect(readDraft({ ...DRAFT, d: undefined as never }).duration).toBe(9500);
});

test("titles stand above photos and sound below", () => {
  expect(stackedTracks(readDraft(DRAFT)).map((track) => track.name)).toEqual(["Titles", "Photos", "BGM"]);
});

test("the picture at a time is the one on show, the last one beyond the end", () => {
  const draft = readDraft(DRAFT);
  expect(pictureAt(draft, 3499)?.id).toBe("s1");
  expect(pictureAt(draft, 3500)?.id).toBe("s2");
  expect(pictureAt(draft, 99_000)?.id).toBe("s3");
  expect(pictureAt(readDraft({}), 0)).toBeUndefined();
});

test("segments are found on every track", () => {
  expect(findSegment(readDraft(DRAFT), "m1")?.label).toBe("Lo-fi");
  expect(findSegment(readDraft(DRAFT), "gone")).toBeUndefined();
});
