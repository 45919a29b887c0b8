import { describe, expect, test } from "vitest";
import { DRAFT } from "../testing/draft.ts";
import { frameAt, frameCount, inOrderOfNeed, readFilm, sceneAt, timeOf } from "./film.ts";

const film = readFilm(DRAFT);

describe("a film read from a draft", () => {
  test("has one frame for each interval and the last one beyond the end", () => {
    expect(frameCount(film)).toBe(285);
    expect(frameAt(film, timeOf(film, 100))).toBe(100);
    expect(frameAt(film, 99_999)).toBe(284);
    expect(frameAt(film, -5)).toBe(0);
  });

  test("shows one picture between transitions", () => {
    const [layer, ...others] = sceneAt(film, 1000).layers;
    expect(others).toEqual([]);
    expect(layer?.incoming.picture.name).toBe("beach.jpg");
    expect(layer?.kind).toBeNull();
  });

  test("lets the outgoing picture move on beneath a transition", () => {
    const [layer] = sceneAt(film, 3750).layers;
    expect(layer?.kind).toBe("crossfade");
    expect(layer?.p).toBeCloseTo(0.5);
    expect(layer?.outgoing?.picture.name).toBe("beach.jpg");
    expect(layer?.outgoing?.u).toBeCloseTo(3750 / 4000);
  });

  test("shows a text from its start up to, not including, its end", () => {
    expect(sceneAt(film, 2999).texts).toHaveLength(1);
    expect(sceneAt(film, 3000).texts).toHaveLength(0);
  });

  test("needs what is seen first, then what follows, then what is over", () => {
    const { pictures } = inOrderOfNeed(film, 4000);
    expect(pictures.map(({ name }) => name)).toEqual(["pier.jpg", "sunset.jpg", "beach.jpg"]);
  });

  test("sounds the same as long as nothing that is heard changes", () => {
    const looks = structuredClone(DRAFT) as typeof DRAFT;
    Object.assign(looks.t[0]?.sg[0]?.m ?? {}, { look: { kind: "mono" } });
    expect(readFilm(looks).sound).toBe(film.sound);
    const louder = structuredClone(DRAFT) as typeof DRAFT;
    Object.assign(louder.t[1]?.sg[0]?.m ?? {}, { volume: 0.9 });
    expect(readFilm(louder).sound).not.toBe(film.sound);
    expect(readFilm({ ...DRAFT, t: [] }).sound).toBe("");
  });

  test.each([null, {}, { t: [{ tt: 0, sg: [null, { m: { motion: { kind: "spin" }, transition: 3 } }] }] }])(
    "reads %j without failing",
    (odd) => {
      const read = readFilm(odd as never);
      expect(() => sceneAt(read, 0)).not.toThrow();
    },
  );
});
