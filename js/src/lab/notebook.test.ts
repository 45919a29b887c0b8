import { expect, test } from "vitest";
import { filmNotebook, freeName, isMaterial, pathFrom } from "./notebook.ts";

test("a path is written as the notebook's folder sees it", () => {
  expect(pathFrom("", "beach.jpg")).toBe("beach.jpg");
  expect(pathFrom("trip", "trip/beach.jpg")).toBe("beach.jpg");
  expect(pathFrom("films/2026", "trip/day 1/beach.jpg")).toBe("../../trip/day 1/beach.jpg");
  expect(pathFrom("trip", "trip2/beach.jpg")).toBe("../trip2/beach.jpg");
  expect(pathFrom("trip/day", "trip")).toBe("../../trip");
});

test("a film's notebook takes the first name that is free", () => {
  expect(freeName([])).toBe("film.ipynb");
  expect(freeName(["Film.ipynb", "film-3.ipynb"])).toBe("film-2.ipynb");
});

test("photos, clips, songs and folders can be in a film", () => {
  expect(isMaterial({ name: "IMG_1.HEIC", type: "file" })).toBe(true);
  expect(isMaterial({ name: "trip", type: "directory" })).toBe(true);
  expect(isMaterial({ name: "film.ipynb", type: "notebook" })).toBe(false);
});

test("file names stay text in the notebook's code", () => {
  const { cells } = filmNotebook(['a"]); import os #.jpg', "b\\n.jpg"], {}) as {
    cells: { source: string }[];
  };
  expect(cells[0]?.source.split("\n").at(-1)).toBe('panel.add(["a\\"]); import os #.jpg", "b\\\\n.jpg"])');
});
