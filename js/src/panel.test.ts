import { fireEvent } from "@testing-library/dom";
import { afterEach, expect, test, vi } from "vitest";
import type { LogEntry, Photo } from "./protocol.ts";
import { DRAFT } from "./testing/draft.ts";
import { type Shown, settled, show } from "./testing/view.ts";

let shown: Shown | undefined;

async function open(...given: Parameters<typeof show>): Promise<Shown> {
  shown = show(...given);
  await settled();
  return shown;
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  shown?.view.close();
  shown?.destroy();
  document.body.replaceChildren();
});

const ready = { draft: DRAFT, revision: 7, can_undo: true };
const entry = (id: number, kind: LogEntry["kind"], text: string, more: Partial<LogEntry> = {}): LogEntry => ({
  id,
  kind,
  text,
  time: 0,
  ...more,
});

test("the panel has all five parts under their names", async () => {
  const { find } = await open(ready);
  expect(find.getByRole("textbox", { name: "Prompt" })).toBeTruthy();
  expect(find.getByRole("log", { name: "Activity" })).toBeTruthy();
  expect(find.getByRole("region", { name: "Timeline" })).toBeTruthy();
  expect(find.getByRole("region", { name: "Player" })).toBeTruthy();
  for (const name of ["Add photos", "Send", "Export", "Undo", "Redo"])
    expect(find.getByRole("button", { name })).toBeTruthy();
});

test("each view says hello once, and a part shows only itself", async () => {
  const { memory, again } = await open(ready);
  const timeline = again("timeline");
  await settled();
  expect(memory.sentOf("hello")).toHaveLength(2);
  expect(timeline.find.getByRole("region", { name: "Timeline" })).toBeTruthy();
  expect(timeline.find.queryByRole("textbox", { name: "Prompt" })).toBeNull();
});

test("what is selected in one view is selected in the others", async () => {
  const { find, again } = await open(ready);
  const timeline = again("timeline");
  fireEvent.click(find.getByRole("option", { name: /pier/ }));
  await settled();
  expect(timeline.find.getByRole("option", { name: /pier/, selected: true })).toBeTruthy();
});

test("a view that closes leaves nothing behind, the model's end nothing at all", async () => {
  const { memory, view, destroy } = await open(ready);
  view.close();
  expect(view.el.childElementCount).toBe(0);
  destroy();
  expect(memory.listeners).toBe(0);
});

test("keys pressed in the panel do not reach the notebook", async () => {
  const { find, view } = await open();
  const heard = vi.fn();
  document.body.addEventListener("keydown", heard);
  fireEvent.keyDown(find.getByRole("textbox"), { key: "d", composed: true });
  document.body.removeEventListener("keydown", heard);
  expect(heard).not.toHaveBeenCalled();
  expect((view.el.firstElementChild as HTMLElement).dataset.lmSuppressShortcuts).toBe("true");
});

test("words are sent with Enter and the box empties", async () => {
  const { find, memory } = await open();
  const box = find.getByRole<HTMLTextAreaElement>("textbox");
  const send = find.getByRole<HTMLButtonElement>("button", { name: "Send" });
  expect(send.disabled).toBe(true);
  fireEvent.input(box, { target: { value: "  make it shorter " } });
  await settled();
  expect(send.disabled).toBe(false);
  fireEvent.keyDown(box, { key: "Enter" });
  await settled();
  expect(memory.sentOf("send")).toEqual([{ type: "send", text: "make it shorter" }]);
  expect(box.value).toBe("");
});

test("words sent while files are on their way go once they are there, and can be taken back", async () => {
  const { find, memory, view } = await open({ accept: [".jpg"], max_bytes: 1000 });
  const chooser = view.el.firstElementChild?.shadowRoot?.querySelector("input[type=file]");
  Object.defineProperty(chooser, "files", { value: [new File(["12345"], "a.jpg")] });
  fireEvent.change(chooser as Element);
  const box = find.getByRole<HTMLTextAreaElement>("textbox");
  const say = async (words: string) => {
    fireEvent.input(box, { target: { value: words } });
    await settled();
    fireEvent.keyDown(box, { key: "Enter" });
    await settled();
  };
  await say("not yet");
  const held = find.getAllByRole("status").find((status) => status.textContent?.includes("not yet"));
  fireEvent.click(held?.querySelector("button") as Element);
  await settled();
  expect(box.value).toBe("not yet");
  await say("a film");
  expect(memory.sentOf("send")).toEqual([]);
  const id = (memory.sentOf("upload_start")[0] as { id: string }).id;
  memory.receive({ type: "upload_done", id, name: "a.jpg", asset: "asset:a" });
  await settled();
  expect(memory.sentOf("send")).toEqual([{ type: "send", text: "a film" }]);
});

test("while the agent thinks nothing can be sent, but it can be stopped", async () => {
  const { find, memory } = await open({ ...ready, phase: "thinking" });
  fireEvent.input(find.getByRole("textbox"), { target: { value: "more" } });
  await settled();
  fireEvent.keyDown(find.getByRole("textbox"), { key: "Enter" });
  expect(memory.sentOf("send")).toEqual([]);
  fireEvent.click(find.getByRole("button", { name: "Stop" }));
  expect(memory.sentOf("stop")).toHaveLength(1);
});

test("a suggestion is put into the box, not sent", async () => {
  const { find, memory } = await open({ suggestions: ["Make it 20 seconds"] });
  fireEvent.click(find.getByRole("button", { name: "Make it 20 seconds" }));
  await settled();
  expect(find.getByRole<HTMLTextAreaElement>("textbox").value).toBe("Make it 20 seconds");
  expect(memory.sentOf("send")).toEqual([]);
});

test("the toolbar asks for what it says and knows what is possible", async () => {
  const { find, memory } = await open(ready);
  fireEvent.click(find.getByRole("button", { name: "Undo" }));
  fireEvent.click(find.getByRole("button", { name: "Export" }));
  expect(memory.sent.map(({ message }) => message.type)).toEqual(expect.arrayContaining(["undo", "export"]));
  expect(find.getByRole<HTMLButtonElement>("button", { name: "Redo" }).disabled).toBe(true);
});

test("without a draft there is nothing to export", async () => {
  const { find } = await open();
  expect(find.getByRole<HTMLButtonElement>("button", { name: "Export" }).disabled).toBe(true);
  expect(find.getByText("No draft yet")).toBeTruthy();
});

test("credits are shown for a hosted back end only", async () => {
  const { find, memory } = await open({
    backend: { name: "local", label: "Here", hosted: false, credits: 5 },
  });
  expect(find.queryByText(/credits/)).toBeNull();
  expect(find.queryByRole("region", { name: "Account" })).toBeNull();
  const nemo = { name: "nemo", label: "NemoVideo", hosted: true, credits: 1240 };
  memory.change({ backend: { ...nemo, held: 0, anonymous: false } });
  await settled();
  expect(find.getByText("1,240 credits")).toBeTruthy();
  expect(find.queryByText(/trial/)).toBeNull();
  memory.change({ backend: { ...nemo, held: 5, anonymous: true } });
  await settled();
  expect(find.getByText("1,240 credits · 5 held by running work")).toBeTruthy();
  expect(find.getByText(/trial of 7 days/)).toBeTruthy();
});

test("the project's link is asked for, and only an address of the web is shown as one", async () => {
  const { find, memory } = await open({
    backend: { name: "nemo", label: "NemoVideo", hosted: true, credits: 5, linked: true },
    max_bytes: 200 * 2 ** 20,
  });
  expect(find.getByText(/Files up to 200 MB/)).toBeTruthy();
  fireEvent.click(find.getByRole("button", { name: "Get the project’s link" }));
  expect(memory.sentOf("link")).toHaveLength(1);
  memory.receive({ type: "link", url: "javascript:alert(1)", message: "" });
  await settled();
  expect(find.queryByRole("link")).toBeNull();
  memory.receive({ type: "link", url: "https://example.test/claim", message: "" });
  await settled();
  expect(find.getByRole<HTMLAnchorElement>("link").href).toBe("https://example.test/claim");
});

test("how many photos go well together is told before there is a draft", async () => {
  const photos = (count: number): Photo[] =>
    Array.from({ length: count }, (_, n) => ({
      asset: `asset:${n}`,
      name: `${n}.jpg`,
      kind: "image",
      width: 4,
      height: 3,
      duration: null,
    }));
  const { find, memory } = await open({ photos: photos(2) });
  expect(find.getByText(/5–10 photos pace best/)).toBeTruthy();
  memory.change({ photos: photos(40) });
  await settled();
  expect(find.getByText(/40 photos at 3 s each make 120 s/)).toBeTruthy();
});

test("a path on the kernel's machine is typed, sent and not kept", async () => {
  const { find, memory } = await open();
  fireEvent.click(find.getByRole("button", { name: "From a path…" }));
  await settled();
  const box = find.getByRole<HTMLInputElement>("textbox", { name: /kernel’s machine/ });
  box.value = " ~/trip ";
  fireEvent.keyDown(box, { key: "Enter" });
  await settled();
  expect(memory.sentOf("upload_path")).toMatchObject([{ path: "~/trip" }]);
  expect(find.queryByRole("textbox", { name: /kernel’s machine/ })).toBeNull();
});

test("the log shows markup as the text it is", async () => {
  const { find } = await open({ entries: [entry(1, "agent", "<b>bold</b>")] });
  const log = find.getByRole("log");
  expect(log.textContent).toContain("<b>bold</b>");
  expect(log.querySelector("b")).toBeNull();
});

test("steps fold their detail and changes are counted", async () => {
  const { find } = await open({
    entries: [
      entry(1, "tool", "Looked", { detail: "8 files" }),
      entry(2, "change", "one"),
      entry(3, "change", "two"),
      entry(4, "tool", "Rendering", { open: true, progress: 0.5 }),
    ],
  });
  expect(find.getByText("8 files").closest("details")?.open).toBe(false);
  expect(find.getByText("2 changes")).toBeTruthy();
  expect(find.getByRole("progressbar", { name: "Rendering" }).getAttribute("aria-valuenow")).toBe("50");
});

test("photos that are there show their pictures under their names", async () => {
  const photo: Photo = {
    asset: "asset:a",
    name: "beach.jpg",
    kind: "image",
    width: 4,
    height: 3,
    duration: null,
  };
  // This DOM draws nothing, so nothing would ever come into sight.
  vi.stubGlobal("IntersectionObserver", undefined);
  const { find, memory } = await open({ photos: [photo] });
  expect(find.getByRole("img", { name: "beach.jpg" })).toBeTruthy();
  expect(memory.sentOf("thumbnail")[0]).toEqual({ type: "thumbnail", asset: "asset:a", width: 240 });
  memory.receive({ type: "thumbnail", asset: "asset:a", width: 240 }, [new ArrayBuffer(4)]);
  await settled();
  expect(find.getByRole<HTMLImageElement>("img", { name: "beach.jpg" }).src).toMatch(/^blob:/);
});

test("a refused file says why and can be dismissed", async () => {
  const { find, view } = await open({ accept: [".jpg"], max_bytes: 1000 });
  const input = view.root.querySelector<HTMLInputElement>('input[type="file"]');
  Object.defineProperty(input, "files", { value: [new File(["x"], "notes.txt")] });
  fireEvent.change(input as HTMLInputElement);
  await settled();
  expect(find.getByText("Not a photo, clip or music file")).toBeTruthy();
  fireEvent.click(find.getByRole("button", { name: "Dismiss notes.txt" }));
  await settled();
  expect(find.queryByText("notes.txt")).toBeNull();
});

test("rendering shows its frames and can be cancelled", async () => {
  const { find, memory } = await open({
    ...ready,
    phase: "rendering",
    exporting: { status: "running", frame: 120, frames: 600, stage: "pictures", message: "" },
  });
  const bar = find.getByRole("progressbar", { name: "Export" });
  expect(bar.getAttribute("aria-valuenow")).toBe("20");
  expect(bar.getAttribute("aria-valuetext")).toBe("frame 120 of 600");
  fireEvent.click(find.getByRole("button", { name: "Cancel" }));
  expect(memory.sentOf("stop")).toHaveLength(1);
});

test("a failed export says why and can be tried again", async () => {
  const { find, memory } = await open({
    ...ready,
    exporting: { status: "failed", frame: 1, frames: 2, stage: "", message: "lunch.heic ends early" },
  });
  expect(find.getByRole("alert").textContent).toContain("lunch.heic ends early");
  fireEvent.click(find.getByRole("button", { name: "Try again" }));
  expect(memory.sentOf("export")).toHaveLength(1);
});

test("a film that the plan forbids can be made on this computer", async () => {
  const { find, memory } = await open({
    ...ready,
    exporting: {
      status: "failed",
      frame: 0,
      frames: 0,
      stage: "",
      message: "Upgrade your plan",
      offer: "local",
    },
  });
  fireEvent.click(find.getByRole("button", { name: "Make it on this computer" }));
  expect(memory.sentOf("export").at(-1)).toMatchObject({ renderer: "local" });
});

/** This DOM plays nothing by itself. */
function plays(...types: string[]): void {
  vi.spyOn(HTMLMediaElement.prototype, "canPlayType").mockImplementation((type) =>
    types.some((known) => type.startsWith(known)) ? "probably" : "",
  );
}

test("a page that can't play films says so and offers the download", async () => {
  const film = { id: "f1", name: "trip.mp4", size: 8, duration: 9.5, width: 1920, height: 1080 };
  plays();
  const { find } = await open({ ...ready, film });
  expect(find.getByText("This page can’t play films")).toBeTruthy();
  expect(find.queryByRole("button", { name: "Play trip.mp4" })).toBeNull();
  expect(find.getByRole<HTMLButtonElement>("button", { name: "Download" }).disabled).toBe(false);
  shown?.view.close();
  plays("video");
  expect((await open({ ...ready, film })).find.getByText(/no AAC sound here/)).toBeTruthy();
});

test("a film that has come plays and can be downloaded", async () => {
  const film = { id: "f1", name: "trip.mp4", size: 8, duration: 9.5, width: 1920, height: 1080 };
  plays("video", "audio");
  const { find, memory, view } = await open({ ...ready, film });
  fireEvent.click(find.getByRole("button", { name: "Play trip.mp4" }));
  await settled();
  memory.receive({ type: "film", id: "f1", offset: 0, length: 8, total: 8 }, [new ArrayBuffer(8)]);
  await settled();
  expect(view.root.querySelector("video")?.src).toMatch(/^blob:/);
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  fireEvent.click(find.getByRole("button", { name: "Download" }));
  await settled();
  expect(saved).toEqual(["trip.mp4"]);
});

test("the video follows the playhead and the playhead the video", async () => {
  const film = { id: "f1", name: "trip.mp4", size: 8, duration: 9.5, width: 1920, height: 1080 };
  plays("video", "audio");
  const { find, memory, view } = await open({ ...ready, film });
  fireEvent.click(find.getByRole("button", { name: "Play trip.mp4" }));
  await settled();
  memory.receive({ type: "film", id: "f1", offset: 0, length: 8, total: 8 }, [new ArrayBuffer(8)]);
  await settled();
  const video = view.root.querySelector("video") as HTMLVideoElement;
  const slider = find.getByRole("slider", { name: "Playhead" });
  fireEvent.keyDown(slider, { key: "PageUp" });
  expect(video.currentTime).toBe(5);
  video.currentTime = 2;
  fireEvent(video, new Event("seeked"));
  await settled();
  expect(slider.getAttribute("aria-valuenow")).toBe("2000");
});

test("an engine that cannot be reached is explained, with a way on", async () => {
  const { find, memory } = await open({ phase: "failed", problem: "The disk is full." });
  expect(find.getByRole("alert").textContent).toContain("The disk is full.");
  fireEvent.click(find.getByRole("button", { name: "Try again" }));
  expect(memory.sentOf("hello").at(-1)).toEqual({ type: "hello", retry: true });
});

test("a request that nothing answers is admitted, and forgotten at the next sign of life", async () => {
  const { find, memory } = await open(ready);
  vi.useFakeTimers();
  fireEvent.click(find.getByRole("button", { name: "Undo" }));
  await vi.advanceTimersByTimeAsync(10_100);
  expect(find.getByText(/No answer from the kernel yet/)).toBeTruthy();
  memory.change({ phase: "thinking" });
  await vi.advanceTimersByTimeAsync(100);
  expect(find.queryByText(/No answer from the kernel yet/)).toBeNull();
});

test("a kernel that is gone is told at once, and breaks nothing", async () => {
  const { find, memory } = await open(ready);
  memory.answer = () => {
    throw new Error("Cannot send");
  };
  fireEvent.click(find.getByRole("button", { name: "Undo" }));
  await settled();
  expect(find.getByRole("alert").textContent).toContain("is gone");
});

test("the interface speaks Chinese when asked to", async () => {
  const { find } = await open({ ...ready, language: "zh" });
  expect(await find.findByRole("textbox", { name: "提示词" })).toBeTruthy();
  expect(find.getByRole("button", { name: "导出" })).toBeTruthy();
});
