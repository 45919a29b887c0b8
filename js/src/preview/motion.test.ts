import { describe, expect, test } from "vitest";
import { type Picture, readFilm, type Words } from "./film.ts";
import { appearance, previewSize, trackAt, widthNeeded, windowAt } from "./motion.ts";

function picture(meta: object): Picture {
  const film = readFilm({ t: [{ id: "v", tt: 0, sg: [{ id: "s", s: 0, d: 1000, m: meta }] }] } as never);
  return film.tracks[0]?.[0] as Picture;
}

describe("the window on a picture", () => {
  test("covers the frame by the largest part of its shape", () => {
    expect(windowAt(picture({}), [4, 3], [16, 9], 0)).toEqual([0, 0.125, 1, 0.75]);
  });

  test("reaches beyond a picture that is shown whole", () => {
    const [x, y, width, height] = windowAt(picture({ fit: "contain" }), [3, 4], [16, 9], 0);
    expect([y, height]).toEqual([0, 1]);
    expect(x).toBeCloseTo((1 - width) / 2);
    expect(width).toBeGreaterThan(1);
  });

  test("keeps the focus in view without leaving the picture", () => {
    const [x] = windowAt(
      picture({ focus: [1, 0.5], motion: { kind: "zoom-in", amount: 1 } }),
      [4, 3],
      [4, 3],
      1,
    );
    expect(x).toBeCloseTo(0.5);
  });

  test("travels to the left in a pan to the left", () => {
    const pan = picture({ motion: { kind: "pan-left", amount: 0.2 } });
    expect(windowAt(pan, [4, 3], [4, 3], 1)[0]).toBeLessThan(windowAt(pan, [4, 3], [4, 3], 0)[0]);
  });

  test("asks for no other width where little changes", () => {
    const sizes = [0.1, 0.12, 0.15].map((amount) =>
      widthNeeded(picture({ motion: { kind: "zoom-in", amount } }), [4, 3], [960, 540]),
    );
    expect(new Set(sizes).size).toBe(1);
  });
});

test("a track stays what it is before its first point and behind its last", () => {
  const track = [
    [0.3, 1],
    [0.7, 3],
  ] as const;
  expect([0, 0.5, 1].map((p) => trackAt(track, p))).toEqual([1, 2, 3]);
});

test("the preview is no larger than half of full HD, whatever its shape", () => {
  expect(previewSize(1920, 1080)).toEqual([960, 540]);
  expect(previewSize(1080, 1920)).toEqual([540, 960]);
  expect(previewSize(640, 360)).toEqual([640, 360]);
});

test("a text leaves the way it came, mirrored", () => {
  const words = { duration: 3000, animation: ["from-left", "from-left"] } as unknown as Words;
  const [came, right] = appearance(words, 150);
  const [went, away] = appearance(words, 2850);
  expect(came).toBeCloseTo(went);
  expect(right).toBeLessThan(0);
  expect(away).toBeCloseTo(-right);
  expect(appearance(words, 1500)).toEqual([1, 0, 0]);
});
