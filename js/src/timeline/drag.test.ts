import { expect, test } from "vitest";
import { readDraft, type TrackView } from "../draft.ts";
import { DRAFT } from "../testing/draft.ts";
import { type Grip, planDrag, type Surroundings, snapPlaces } from "./drag.ts";

const draft = readDraft(DRAFT as never);
const [photos, music, titles] = draft.tracks as [TrackView, TrackView, TrackView];
const around: Surroundings = {
  duration: 9500,
  snaps: [],
  reach: 100,
  step: 50,
  source: Number.POSITIVE_INFINITY,
};

function grip(track: TrackView, place: number, given: Partial<Grip> = {}): Grip {
  const segment = track.segments[place];
  if (!segment) throw new Error("no such segment");
  const spine = track === photos;
  return { kind: "move", segment, track, spine, ids: [segment.id], at: segment.start + 10, ...given };
}

function laid(segments: readonly { id: string; start: number; end: number }[]) {
  return segments.map(({ id, start, end }) => [id, start, end]);
}

test("a photo dragged past the middle of the next changes places with it, and all still abut", () => {
  const { segments, operation } = planDrag(grip(photos, 0), 5100, around);
  expect(operation).toEqual({ op: "move", id: "s1", index: 1 });
  expect(laid(segments)).toEqual([
    ["s2", 0, 3000],
    ["s1", 3000, 6500],
    ["s3", 6500, 9500],
  ]);
});

test("a photo that comes back to its place asks for nothing", () => {
  expect(planDrag(grip(photos, 0), 4900, around).operation).toBeNull();
  expect(planDrag(grip(photos, 2), 9000, around).operation).toBeNull();
});

test("several photos are dragged together and keep their order", () => {
  const { segments, operation } = planDrag(grip(photos, 2, { ids: ["s2", "s3"] }), 100, around);
  expect(operation).toEqual({ op: "move", id: ["s2", "s3"], index: 0 });
  expect(segments.map(({ id }) => id)).toEqual(["s2", "s3", "s1"]);
});

test("the end of a photo sets its length, in steps, and those behind follow", () => {
  const { segments, operation } = planDrag(grip(photos, 0, { kind: "end", at: 3500 }), 4012, around);
  expect(operation).toEqual({ op: "set_duration", id: "s1", duration: 4000 });
  expect(laid(segments)).toEqual([
    ["s1", 0, 4000],
    ["s2", 4000, 7000],
    ["s3", 7000, 10_000],
  ]);
});

test("no photo gets shorter than a draft may have it", () => {
  const { operation } = planDrag(grip(photos, 1, { kind: "end", at: 6500 }), 0, around);
  expect(operation).toEqual({ op: "set_duration", id: "s2", duration: 100 });
});

test("selected photos are retimed alike", () => {
  const held = grip(photos, 0, { kind: "end", at: 3500, ids: ["s1", "s3"] });
  const { segments, operation } = planDrag(held, 2500, around);
  expect(operation).toEqual({ op: "set_duration", id: ["s1", "s3"], duration: 2500 });
  expect(segments.map(({ duration }) => duration)).toEqual([2500, 3000, 2500]);
});

test("edges snap to what is near, exactly, and to nothing when it is far", () => {
  const near = { ...around, snaps: [0, 3333, 9500] };
  const snapped = planDrag(grip(photos, 0, { kind: "end", at: 3500 }), 3400, near);
  expect(snapped.operation).toEqual({ op: "set_duration", id: "s1", duration: 3333 });
  expect(snapped.snapped).toBe(3333);
  expect(planDrag(grip(photos, 0, { kind: "end", at: 3500 }), 3600, near).snapped).toBeNull();
});

test("a clip shows no more than its source has", () => {
  const clip = { ...grip(photos, 1, { kind: "end", at: 6500 }) };
  const segment = { ...clip.segment, isVideo: true, meta: { trim: [1000, 4000] } };
  const track = { ...photos, segments: photos.segments.map((one) => (one.id === "s2" ? segment : one)) };
  const held = { ...clip, segment, track };
  expect(planDrag(held, 9000, { ...around, source: 5000 }).operation).toEqual({
    op: "set_trim",
    id: "s2",
    start: 1000,
    end: 5000,
  });
  const start = { ...held, kind: "start" as const, at: 3500 };
  expect(planDrag(start, 4500, { ...around, source: 5000 }).operation).toEqual({
    op: "set_trim",
    id: "s2",
    start: 2000,
    end: 4000,
  });
  expect(planDrag(start, 0, { ...around, source: 5000 }).operation).toEqual({
    op: "set_trim",
    id: "s2",
    start: 0,
    end: 4000,
  });
});

test("a title goes where it is put and stays within the film", () => {
  expect(planDrag(grip(titles, 0), 2020, around).operation).toEqual({
    op: "set_span",
    id: "x",
    start: 2000,
    duration: 3000,
  });
  expect(planDrag(grip(titles, 0), 99_000, around).segments[0]?.end).toBe(9500);
});

test("the ends of a title and of the music set their span", () => {
  expect(planDrag(grip(titles, 0, { kind: "start", at: 0 }), 500, around).operation).toEqual({
    op: "set_span",
    id: "x",
    start: 500,
    duration: 2500,
  });
  expect(planDrag(grip(music, 0, { kind: "end", at: 9500 }), 8000, around).operation).toEqual({
    op: "set_span",
    id: "m1",
    start: 0,
    duration: 8000,
  });
});

test("a title can't lie on another in the same place, but on one in another place it can", () => {
  const [title] = titles.segments;
  if (!title) throw new Error("no title");
  const second = { ...title, id: "y", start: 4000, end: 6000, duration: 2000 };
  const crowded = { ...titles, segments: [title, second] };
  const blocked = planDrag(grip(crowded, 0), 3010, around);
  expect([blocked.refused, blocked.operation]).toEqual([true, null]);
  const elsewhere = { ...crowded, segments: [title, { ...second, meta: { position: "top" } }] };
  expect(planDrag(grip(elsewhere, 0), 3010, around).operation).toMatchObject({ start: 3000 });
});

test("what is dragged attracts nothing of itself", () => {
  expect([...snapPlaces([titles], ["x"], 9500, 1234)].sort((a, b) => a - b)).toEqual([0, 1234, 9500]);
  expect(snapPlaces([photos], [], 9500, 0)).toContain(3500);
});
