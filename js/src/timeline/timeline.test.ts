import { fireEvent, within } from "@testing-library/dom";
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
  fireEvent.keyDown(pier, { key: " " });
  await settled();
  expect(pier.getAttribute("aria-selected")).toBe("true");
  const details = within(find.getByRole("region", { name: "pier.jpg" }));
  expect(details.getByRole<HTMLSelectElement>("combobox", { name: "Motion" }).value).toBe("pan-left");
  expect(details.getByRole<HTMLInputElement>("spinbutton", { name: /Duration/ }).value).toBe("3");
  expect(details.getByRole("button", { name: "crossfade, 0.5 s" })).toBeTruthy();
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

test("Alt and an arrow move a photo, not beyond the ends", async () => {
  const { find, memory } = await open();
  fireEvent.keyDown(find.getByRole("option", { name: /beach/ }), { key: "ArrowLeft", altKey: true });
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

test("the selection follows the arrows, and Shift draws it out", async () => {
  const { find } = await open();
  const beach = find.getByRole("option", { name: /beach/ });
  fireEvent.keyDown(beach, { key: " " });
  fireEvent.keyDown(beach, { key: "ArrowRight", shiftKey: true });
  await settled();
  const track = within(find.getByRole("listbox", { name: "Photos" }));
  const names = () =>
    track.queryAllByRole("option", { selected: true }).map((option) => option.title.split(",")[0]);
  expect(names()).toEqual(["beach.jpg", "pier.jpg"]);
  fireEvent.keyDown(find.getByRole("option", { name: /pier/ }), { key: "a", ctrlKey: true });
  await settled();
  expect(names()).toEqual(["beach.jpg", "pier.jpg", "sunset.jpg"]);
  fireEvent.keyDown(find.getByRole("option", { name: /pier/ }), { key: "Escape" });
  await settled();
  expect(names()).toEqual([]);
});

test.each([
  ["]", {}, "pier", { op: "set_duration", id: "s2", duration: 3100 }],
  ["{", { shiftKey: true }, "pier", { op: "set_duration", id: "s2", duration: 2000 }],
  ["]", {}, "Urban", { op: "set_span", id: "x", start: 0, duration: 3100 }],
  ["d", {}, "pier", { op: "duplicate", id: "s2" }],
  ["ArrowRight", { altKey: true, shiftKey: true }, "Urban", { op: "set_span", id: "x", start: 1000 }],
])("the key %s (%o) on %s is one operation", async (key, held, name, operation) => {
  const { find, memory } = await open();
  fireEvent.keyDown(find.getByRole("option", { name: new RegExp(name) }), { key, ...held });
  expect(memory.sentOf("edit")).toEqual([{ type: "edit", base: 7, operations: [operation] }]);
});

test("S splits what lies under the playhead", async () => {
  const { find, memory } = await open();
  const slider = find.getByRole("slider", { name: "Playhead" });
  fireEvent.keyDown(slider, { key: "ArrowRight", shiftKey: true });
  await settled();
  fireEvent.keyDown(find.getByRole("option", { name: /beach/ }), { key: "s" });
  expect(memory.sentOf("edit")[0]?.operations).toEqual([{ op: "split", id: "s1", at: 1000 }]);
});

test("T opens the transitions of a photo but the first, and a choice is one operation", async () => {
  const { find, memory } = await open();
  fireEvent.keyDown(find.getByRole("option", { name: /beach/ }), { key: "t" });
  await settled();
  expect(find.queryByRole("region", { name: /Transition into/ })).toBeNull();
  fireEvent.keyDown(find.getByRole("option", { name: /pier/ }), { key: "t" });
  await settled();
  const chooser = within(find.getByRole("region", { name: "Transition into pier.jpg" }));
  expect(chooser.getByRole("button", { name: "crossfade", pressed: true })).toBeTruthy();
  fireEvent.click(chooser.getByRole("button", { name: "wipe" }));
  expect(memory.sentOf("edit")[0]?.operations).toEqual([
    { op: "set_transition", kind: "wipe-left", id: "s2" },
  ]);
});

test("a title is edited in its place; keys typed there are no commands", async () => {
  const { find, memory } = await open();
  fireEvent.keyDown(find.getByRole("option", { name: /Urban/ }), { key: "Enter" });
  await settled();
  const box = find.getAllByRole<HTMLInputElement>("textbox", { name: "Words" })[0] as HTMLInputElement;
  fireEvent.keyDown(box, { key: "Delete" });
  fireEvent.keyDown(box, { key: "z", ctrlKey: true });
  fireEvent.keyDown(box, { key: "s" });
  box.value = "Low tide";
  fireEvent.keyDown(box, { key: "Enter" });
  expect(memory.sentOf("undo")).toEqual([]);
  expect(memory.sentOf("edit").map(({ operations }) => operations)).toEqual([
    [{ op: "edit_text", id: "x", text: "Low tide" }],
  ]);
});

test("fields ask once a value has been chosen, and the last of several waits for the answer", async () => {
  const { find, memory } = await open();
  fireEvent.click(find.getByRole("option", { name: /pier/ }));
  await settled();
  const look = find.getByRole<HTMLSelectElement>("combobox", { name: "Look" });
  for (const value of ["mono", "warm", "cool"]) {
    look.value = value;
    fireEvent.change(look);
  }
  expect(memory.sentOf("edit").map(({ operations }) => operations[0])).toEqual([
    { op: "set_look", id: "s2", kind: "mono" },
  ]);
  memory.change({ revision: 8 });
  expect(
    memory
      .sentOf("edit")
      .map(({ base, operations }) => [base, operations[0]])
      .slice(1),
  ).toEqual([[8, { op: "set_look", id: "s2", kind: "cool" }]]);
});

test("the focus point is moved by arrow keys", async () => {
  const { find, memory } = await open();
  fireEvent.click(find.getByRole("option", { name: /beach/ }));
  await settled();
  fireEvent.keyDown(find.getByRole("slider", { name: "Focus point" }), { key: "ArrowLeft", shiftKey: true });
  expect(memory.sentOf("edit")[0]?.operations).toEqual([{ op: "set_focus", id: "s1", x: 0.4, y: 0.5 }]);
});

test("what is refused is said, and the next edit may go at once", async () => {
  const { find, memory } = await open();
  const pier = find.getByRole("option", { name: /pier/ });
  fireEvent.keyDown(pier, { key: "]" });
  memory.receive({ type: "refused", stale: true, message: "the draft changed" });
  await settled();
  expect(find.getByRole("alert").textContent).toContain("changed meanwhile");
  fireEvent.keyDown(pier, { key: "]" });
  expect(memory.sentOf("edit")).toHaveLength(2);
});

test("undo and redo by key, but not while nothing can be undone", async () => {
  const { find, memory } = await open();
  const pier = find.getByRole("option", { name: /pier/ });
  fireEvent.keyDown(pier, { key: "z", ctrlKey: true });
  expect(memory.sentOf("undo")).toEqual([]);
  memory.change({ can_undo: true, can_redo: true });
  fireEvent.keyDown(pier, { key: "z", ctrlKey: true });
  fireEvent.keyDown(pier, { key: "Z", metaKey: true, shiftKey: true });
  expect([memory.sentOf("undo").length, memory.sentOf("redo").length]).toEqual([1, 1]);
});

test("an edit by hand on a service's draft can be sent as words, which come into the prompt", async () => {
  shown = show({
    draft: DRAFT,
    revision: 7,
    backend: { name: "nemo", label: "NemoVideo", hosted: true },
  });
  await settled();
  const { find, memory } = shown;
  fireEvent.keyDown(find.getByRole("option", { name: /pier/ }), { key: "Delete" });
  await settled();
  fireEvent.click(find.getByRole("button", { name: "Send as words instead" }));
  expect(memory.sentOf("as_words")).toHaveLength(1);
  memory.receive({ type: "words", text: "Remove photo 2 (pier.jpg)." });
  await settled();
  expect(find.getByRole<HTMLTextAreaElement>("textbox", { name: "Prompt" }).value).toBe(
    "Remove photo 2 (pier.jpg).",
  );
  expect(memory.sentOf("send")).toEqual([]);
});
