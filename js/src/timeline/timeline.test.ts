import { fireEvent } from "@testing-library/dom";
import { afterEach, expect, test } from "vitest";
import { DRAFT } from "../testing/draft.ts";
import { type Shown, settled, show } from "../testing/view.ts";

let shown: Shown | undefined;

async function open(): Promise<Shown> {
  shown = show({ draft: DRAFT, revision: 7 }, "timeline");
  await settled();
  return shown;
}

afterEach(() => {
  shown?.view.close();
  shown?.destroy();
  document.body.replaceChildren();
});

test("each track is a listbox of options named by what they are and when", async () => {
  const { find } = await open();
  expect(find.getAllByRole("listbox").map((list) => list.getAttribute("aria-label"))).toEqual([
    "Titles",
    "Photos",
    "BGM",
  ]);
  expect(find.getByRole("option", { name: "beach.jpg, 0:00–0:03.5" })).toBeTruthy();
  expect(find.getByRole("option", { name: '"Urban Dreams", 0:00–0:03' })).toBeTruthy();
  expect(find.getByRole("option", { name: "Lo-fi, 0:00–0:09.5" })).toBeTruthy();
});

test("one option a track is in the tab order, and the arrows move on from it", async () => {
  const { find, view } = await open();
  const [beach, pier] = ["beach", "pier"].map((name) => find.getByRole("option", { name: new RegExp(name) }));
  expect([beach?.tabIndex, pier?.tabIndex]).toEqual([0, -1]);
  beach?.focus();
  fireEvent.keyDown(beach as HTMLElement, { key: "ArrowRight" });
  await settled();
  expect(view.root.activeElement).toBe(pier);
  expect([beach?.tabIndex, pier?.tabIndex]).toEqual([-1, 0]);
  fireEvent.keyDown(pier as HTMLElement, { key: "End" });
  expect(view.root.activeElement?.getAttribute("aria-label")).toContain("sunset");
  fireEvent.keyDown(view.root.activeElement as Element, { key: "ArrowUp" });
  expect(view.root.activeElement?.getAttribute("aria-label")).toContain("Urban Dreams");
});

test("a selected segment tells its details and can be deselected", async () => {
  const { find } = await open();
  const pier = find.getByRole("option", { name: /pier/ });
  fireEvent.keyDown(pier, { key: "Enter" });
  await settled();
  expect(pier.getAttribute("aria-selected")).toBe("true");
  expect(find.getByText("pan left")).toBeTruthy();
  expect(find.getByText("crossfade")).toBeTruthy();
  fireEvent.keyDown(pier, { key: " " });
  await settled();
  expect(pier.getAttribute("aria-selected")).toBe("false");
});

test("Delete asks for the removal on the revision that is shown", async () => {
  const { find, memory, view } = await open();
  const pier = find.getByRole("option", { name: /pier/ });
  fireEvent.click(pier);
  fireEvent.keyDown(pier, { key: "Delete" });
  expect(memory.sentOf("edit")).toEqual([
    { type: "edit", base: 7, operations: [{ op: "remove", id: "s2" }] },
  ]);
  const [photos, ...others] = DRAFT.t;
  memory.change({
    revision: 8,
    draft: {
      ...DRAFT,
      t: [{ ...photos, sg: photos?.sg.filter((segment) => segment.id !== "s2") } as never, ...others],
    },
  });
  await settled();
  expect(find.queryByRole("option", { name: /pier/ })).toBeNull();
  expect(view.root.activeElement?.getAttribute("aria-label")).toContain("sunset");
});

test("a second edit waits for the answer to the first", async () => {
  const { find, memory } = await open();
  const beach = find.getByRole("option", { name: /beach/ });
  fireEvent.keyDown(beach, { key: "Delete" });
  fireEvent.keyDown(beach, { key: "Delete" });
  expect(memory.sentOf("edit")).toHaveLength(1);
});

test("Alt and an arrow move a photo, not beyond the ends and not a title", async () => {
  const { find, memory } = await open();
  fireEvent.keyDown(find.getByRole("option", { name: /beach/ }), { key: "ArrowLeft", altKey: true });
  fireEvent.keyDown(find.getByRole("option", { name: /Urban/ }), { key: "ArrowRight", altKey: true });
  expect(memory.sentOf("edit")).toEqual([]);
  fireEvent.keyDown(find.getByRole("option", { name: /beach/ }), { key: "ArrowRight", altKey: true });
  expect(memory.sentOf("edit")[0]?.operations).toEqual([{ op: "move", id: "s1", index: 1 }]);
});

test("the playhead is a slider that says the time", async () => {
  const { find } = await open();
  const slider = find.getByRole("slider", { name: "Playhead" });
  fireEvent.keyDown(slider, { key: "ArrowRight", shiftKey: true });
  await settled();
  expect(slider.getAttribute("aria-valuetext")).toBe("0:01 of 0:09.5");
  fireEvent.keyDown(slider, { key: "End" });
  await settled();
  expect(slider.getAttribute("aria-valuenow")).toBe("9500");
});
