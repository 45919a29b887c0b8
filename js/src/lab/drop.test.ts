import { afterEach, expect, test } from "vitest";
import { answerDrops, takeLabFiles } from "./drop.ts";
import type { Application, NotebookPanel, Services } from "./host.ts";

const FILES = "application/x-jupyter-icontents";
const life = new AbortController();
const added: string[] = [];

afterEach(() => {
  added.length = 0;
  document.body.replaceChildren();
});

function panelIn(parent: Element): HTMLElement {
  const host = document.createElement("div");
  parent.append(host);
  takeLabFiles(
    host,
    (path) => added.push(path),
    () => {},
    life.signal,
  );
  return host;
}

function notebookNode(): HTMLElement {
  const node = document.createElement("div");
  document.body.append(node);
  return node;
}

/** Drops as JupyterLab does; whether somebody took it. */
function drop(target: Element, data: Record<string, unknown>): boolean {
  const event = new Event("lm-drop", { bubbles: true, cancelable: true });
  Object.assign(event, { mimeData: { getData: (mime: string) => data[mime] }, proposedAction: "move" });
  return !target.dispatchEvent(event);
}

test("without an answer about its notebook a panel leaves files to whoever else wants them", () => {
  const host = panelIn(notebookNode());
  expect(drop(host, { [FILES]: ["trip/beach.jpg"] })).toBe(false);
  expect(added).toEqual([]);
});

test("a panel takes files of its notebook's drive, by the notebook's paths, and nothing else", () => {
  const node = notebookNode();
  const shown = { node, context: { path: "RTC:films/film.ipynb" } } as unknown as NotebookPanel;
  const notebooks = {
    find: (test) => [shown].find(test),
  } as Services["notebooks"];
  const contents = {
    driveName: (path: string) => (path.includes(":") ? (path.split(":")[0] ?? "") : ""),
    localPath: (path: string) => path.split(":").at(-1) ?? "",
  };
  answerDrops({ serviceManager: { contents } } as unknown as Application, notebooks);
  const host = panelIn(node);
  expect(drop(host, { [FILES]: ["RTC:trip/beach.jpg", "RTC:films/koi.jpg"] })).toBe(true);
  expect(added).toEqual(["../trip/beach.jpg", "koi.jpg"]);
  expect(drop(host, { [FILES]: ["S3:trip/beach.jpg"] })).toBe(false);
  expect(drop(host, { "application/vnd.jupyter.cells": [{}] })).toBe(false);
  expect(drop(panelIn(notebookNode()), { [FILES]: ["RTC:trip/beach.jpg"] })).toBe(false);
  expect(added).toHaveLength(2);
});
