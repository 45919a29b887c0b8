import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connectKernel } from "../state/kernel.ts";
import { MemoryModel } from "../testing/model.ts";
import { Uploads } from "./uploads.ts";

const MIB = 2 ** 20;
let memory: MemoryModel;
let life: AbortController;
let uploads: Uploads;

function file(name: string, size: number): File {
  return new File([new Uint8Array(size)], name);
}

function idOf(name: string): string {
  return uploads.list.value.find((upload) => upload.name === name)?.id ?? "";
}

function status(name: string): string | undefined {
  return uploads.list.value.find((upload) => upload.name === name)?.status;
}

/** Reading a slice takes a few turns of the loop. */
const read = () => vi.advanceTimersByTimeAsync(20);

beforeEach(() => {
  vi.useFakeTimers();
  memory = new MemoryModel({ accept: [".jpg", ".mp4"], max_bytes: 200 * MIB });
  life = new AbortController();
  uploads = new Uploads(connectKernel(memory.model, life.signal), life.signal);
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test("a file goes in pieces, then ends, then is done", async () => {
  uploads.add([file("a.jpg", 5 * MIB)]);
  await read();
  const id = idOf("a.jpg");
  const start = { type: "upload_start", id, name: "a.jpg", size: 5 * MIB, attempt: 0 };
  expect(memory.sentOf("upload_start")).toEqual([start]);
  expect(memory.sentOf("upload_chunk").map((message) => message.offset)).toEqual([0, 4 * MIB]);
  expect(memory.sent.at(-1)?.buffers[0]?.byteLength).toBe(MIB);
  memory.receive({ type: "upload_ack", id, offset: 4 * MIB });
  expect(memory.sentOf("upload_end")).toEqual([]);
  memory.receive({ type: "upload_ack", id, offset: 5 * MIB });
  expect(memory.sentOf("upload_end")).toEqual([{ type: "upload_end", id }]);
  expect(status("a.jpg")).toBe("checking");
  memory.receive({ type: "upload_done", id, name: "a.jpg", asset: "asset:x" });
  expect(status("a.jpg")).toBe("done");
});

test("never more than four pieces are unacknowledged, over all files", async () => {
  uploads.add([file("a.mp4", 30 * MIB), file("b.mp4", 30 * MIB), file("c.mp4", 30 * MIB)]);
  await read();
  expect(memory.sentOf("upload_chunk")).toHaveLength(4);
  memory.receive({ type: "upload_ack", id: idOf("a.mp4"), offset: 4 * MIB });
  await read();
  expect(memory.sentOf("upload_chunk")).toHaveLength(5);
});

test("only three files are under way at a time", async () => {
  uploads.add(["a", "b", "c", "d"].map((name) => file(`${name}.jpg`, 10)));
  await read();
  expect(memory.sentOf("upload_start")).toHaveLength(3);
  expect(status("d.jpg")).toBe("queued");
  memory.receive({ type: "upload_ack", id: idOf("a.jpg"), offset: 10 });
  await read();
  expect(memory.sentOf("upload_start")).toHaveLength(4);
});

test("what is unsuitable is refused before a byte is sent", async () => {
  uploads.add([file("notes.txt", 10), file("empty.jpg", 0)]);
  await read();
  expect(memory.sent).toEqual([]);
  expect(uploads.list.value.map((upload) => upload.problem)).toEqual(["unsupported", "empty"]);
});

test("what a folder holds besides photos is counted, not listed", () => {
  uploads.add([], [file("a.jpg", 10), file("notes.txt", 10), file("index.html", 10)]);
  expect(uploads.list.value).toHaveLength(1);
  expect(uploads.skipped.value).toBe(2);
});

test("a cancelled file is forgotten and makes room for the next", async () => {
  uploads.add([file("a.mp4", 30 * MIB), file("b.jpg", 10)]);
  await read();
  const id = idOf("a.mp4");
  uploads.cancel(id);
  await read();
  expect(memory.sentOf("upload_cancel")).toEqual([{ type: "upload_cancel", id }]);
  expect(uploads.list.value).toHaveLength(1);
});

test("thirty seconds without an answer fail an upload, and it goes on where the kernel has it", async () => {
  uploads.add([file("a.mp4", 5 * MIB)]);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(status("a.mp4")).toBe("sending");
  await vi.advanceTimersByTimeAsync(3000);
  expect(uploads.list.value[0]).toMatchObject({ status: "failed", problem: "no-answer", retryable: true });
  const id = idOf("a.mp4");
  uploads.retry(id);
  const { attempt } = memory.sentOf("upload_start").at(-1) as { attempt: number };
  memory.receive({ type: "upload_ack", id, offset: 4 * MIB, attempt });
  await read();
  expect(uploads.list.value[0]).toMatchObject({ status: "sending", written: 4 * MIB });
  expect(memory.sentOf("upload_chunk").at(-1)?.offset).toBe(4 * MIB);
});

test("an answer that stays away is asked for, and nothing that arrived is sent again", async () => {
  uploads.add([file("a.mp4", 12 * MIB)]);
  await read();
  const id = idOf("a.mp4");
  memory.receive({ type: "upload_ack", id, offset: 4 * MIB, problem: "" });
  expect(memory.sentOf("upload_chunk").map(({ offset }) => offset / MIB)).toEqual([0, 4, 8]);
  await vi.advanceTimersByTimeAsync(8000);
  expect(memory.sentOf("upload_start").at(-1)).toMatchObject({ id, attempt: 1 });
  // What was still under way is there after all; the older question's answer says nothing new.
  memory.receive({ type: "upload_ack", id, offset: 0, attempt: 0 });
  memory.receive({ type: "upload_ack", id, offset: 8 * MIB, attempt: 1 });
  await read();
  expect(memory.sentOf("upload_chunk").map(({ offset }) => offset / MIB)).toEqual([0, 4, 8, 8]);
});

test("where large messages are lost smaller ones are tried", async () => {
  uploads.add([file("a.mp4", 12 * MIB)]);
  const id = () => idOf("a.mp4");
  const resume = async (attempt: number) => {
    await vi.advanceTimersByTimeAsync(8000);
    memory.receive({ type: "upload_ack", id: id(), offset: 0, attempt });
    await read();
  };
  await resume(1);
  await resume(2);
  const sizes = memory.sent.flatMap(({ message, buffers }) =>
    message.type === "upload_chunk" ? [buffers[0]?.byteLength ?? 0] : [],
  );
  expect(sizes.at(0)).toBe(4 * MIB);
  expect(sizes.at(-1)).toBe(MIB);
});

test("where a host loses bytes they go within the message", async () => {
  uploads.add([new File(["123456789"], "a.jpg")]);
  await read();
  const id = idOf("a.jpg");
  expect(memory.sentOf("upload_chunk")[0]).toMatchObject({ crc: 0xcbf43926 });
  memory.receive({ type: "upload_ack", id, offset: 0, problem: "no-bytes" });
  memory.receive({ type: "upload_ack", id, offset: 0, attempt: 1 });
  await read();
  expect(memory.sentOf("upload_chunk")[1]).toMatchObject({ base64: btoa("123456789"), crc: 0xcbf43926 });
  expect(memory.sent.at(-1)?.buffers).toEqual([]);
});

test("a damaged piece is sent again, but not for ever", async () => {
  uploads.add([file("a.jpg", 10)]);
  await read();
  const id = idOf("a.jpg");
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    memory.receive({ type: "upload_ack", id, offset: 0, problem: "damaged" });
    memory.receive({ type: "upload_ack", id, offset: 0, attempt });
    await read();
  }
  expect(memory.sentOf("upload_chunk")).toHaveLength(6);
  memory.receive({ type: "upload_ack", id, offset: 0, problem: "damaged" });
  expect(uploads.list.value[0]).toMatchObject({ status: "failed", problem: "damaged", retryable: true });
});

test("a path is the kernel's to read, and its row tells how that went", () => {
  uploads.addPath("~/trip/day 1/");
  const [asked] = memory.sentOf("upload_path");
  expect(asked?.path).toBe("~/trip/day 1/");
  expect(uploads.list.value[0]).toMatchObject({ name: "day 1", status: "checking" });
  expect(uploads.busy.value).toBe(true);
  memory.receive({ type: "upload_failed", id: asked?.id ?? "", name: "day 1", message: "nothing there" });
  expect(uploads.list.value[0]).toMatchObject({ status: "failed", message: "nothing there" });
});

test("a late answer revives an upload given up for silence", async () => {
  uploads.add([file("a.jpg", 10)]);
  await vi.advanceTimersByTimeAsync(35_000);
  memory.receive({ type: "upload_ack", id: idOf("a.jpg"), offset: 10 });
  expect(status("a.jpg")).toBe("checking");
});

test("the kernel's own reason is kept, and later news changes nothing", async () => {
  uploads.add([file("a.jpg", 10)]);
  await read();
  const id = idOf("a.jpg");
  memory.receive({ type: "upload_failed", id, name: "a.jpg", message: "a.jpg is no picture" });
  memory.receive({ type: "upload_ack", id, offset: 10 });
  expect(uploads.list.value[0]).toMatchObject({ status: "failed", message: "a.jpg is no picture" });
});

test("another tab's uploads are not ours", () => {
  memory.receive({ type: "upload_done", id: "elsewhere", name: "b.jpg", asset: "asset:b" });
  memory.receive({ type: "upload_failed", id: "elsewhere", name: "b.jpg", message: "no" });
  expect(uploads.list.value).toEqual([]);
});
