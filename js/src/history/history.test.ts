import { fireEvent, within } from "@testing-library/dom";
import { afterEach, expect, test } from "vitest";
import { DRAFT } from "../testing/draft.ts";
import { type Shown, settled, show } from "../testing/view.ts";

const [PHOTOS, ...OTHERS] = DRAFT.t;
const EARLIER = { ...DRAFT, d: 3500, t: [{ ...PHOTOS, sg: PHOTOS?.sg.slice(0, 1) }, ...OTHERS] } as never;
const ENTRIES = [
  { revision: 5, time: 0, origin: "words", words: "use the beach", changes: ["Photo added: beach.jpg"] },
  { revision: 6, time: 0, origin: "gesture", words: "", changes: ["Moved: beach.jpg", "Length: 3 s → 9 s"] },
  { revision: 7, time: 0, origin: "code", words: "", changes: ["pier.jpg: 2 s → 3 s"] },
];

let shown: Shown | undefined;

async function open(): Promise<Shown> {
  shown = show({ draft: DRAFT, revision: 7, can_undo: true }, "timeline");
  await settled();
  fireEvent.click(shown.find.getByRole("button", { name: "History" }));
  expect(shown.memory.sentOf("history")).toHaveLength(1);
  shown.memory.receive({ type: "history", entries: ENTRIES, revision: 7 });
  await settled();
  return shown;
}

afterEach(() => {
  shown?.view.close();
  shown?.destroy();
  document.body.replaceChildren();
});

test("prompts and gestures are listed with their words and changes, the latest first", async () => {
  const { find } = await open();
  const history = within(find.getByRole("region", { name: "History" }));
  const rows = history.getAllByRole("listitem").map((row) => row.textContent);
  expect(rows[0]).toContain("pier.jpg: 2 s → 3 s");
  expect(rows[0]).toContain("Now");
  expect(rows[1]).toContain("Moved: beach.jpgLength: 3 s → 9 s");
  expect(rows[2]).toContain('"use the beach"Photo added: beach.jpg');
});

test("an earlier draft is shown in place of the present one, can't be changed, and is left again", async () => {
  const { find, memory } = await open();
  fireEvent.click(find.getByRole("button", { name: /use the beach/ }));
  expect(memory.sentOf("revision")).toEqual([{ type: "revision", revision: 5 }]);
  memory.receive({ type: "revision", revision: 5, draft: EARLIER });
  await settled();
  expect(find.queryByRole("option", { name: /pier/ })).toBeNull();
  expect(find.getByText("Revision 5")).toBeTruthy();
  fireEvent.keyDown(find.getByRole("option", { name: /beach/ }), { key: "Delete" });
  expect(memory.sentOf("edit")).toEqual([]);
  fireEvent.click(find.getByRole("button", { name: "Back to now" }));
  await settled();
  expect(find.getByRole("option", { name: /pier/ })).toBeTruthy();
});

test("restoring names the revision that is seen as the present one", async () => {
  const { find, memory } = await open();
  fireEvent.click(find.getByRole("button", { name: /use the beach/ }));
  memory.receive({ type: "revision", revision: 5, draft: EARLIER });
  await settled();
  fireEvent.click(find.getByRole("button", { name: "Restore" }));
  expect(memory.sentOf("restore")).toEqual([{ type: "restore", revision: 5, base: 7 }]);
  await settled();
  expect(find.queryByText("Revision 5")).toBeNull();
});

test("two drafts are compared at the playhead, side by side", async () => {
  const { find, memory } = await open();
  fireEvent.click(find.getAllByRole("button", { name: "Compare" })[1] as HTMLElement);
  memory.receive({ type: "revision", revision: 5, draft: EARLIER });
  await settled();
  const figures = find.getAllByRole("figure").map((figure) => figure.textContent);
  expect(figures).toHaveLength(2);
  expect(figures[0]).toContain("Before · Revision 5");
  expect(figures[1]).toContain("After · Now");
  expect(find.getByRole("option", { name: /pier/ })).toBeTruthy();
});

test("the list is fetched anew when the draft changes, and not while it is closed", async () => {
  const { find, memory } = await open();
  memory.change({ revision: 8 });
  expect(memory.sentOf("history")).toHaveLength(2);
  fireEvent.click(find.getByRole("button", { name: "History" }));
  memory.change({ revision: 9 });
  expect(memory.sentOf("history")).toHaveLength(2);
});
