import { expect, test, vi } from "vitest";
import { MemoryModel } from "../testing/model.ts";
import { connectKernel } from "./kernel.ts";

function host(control: string) {
  const memory = new MemoryModel();
  const slots = new Set<(connection: unknown, status: string) => void>();
  const sent = vi.fn();
  const kernel = {
    clientId: "me",
    username: "",
    isDisposed: false,
    statusChanged: {
      connect: (slot: never) => slots.add(slot),
      disconnect: (slot: never) => slots.delete(slot),
    },
    sendControlMessage: sent,
  };
  const get = (name: string) => (name === "control" ? control : memory.get(name as never));
  const model = Object.assign(Object.create(memory.model), {
    get,
    on: memory.on.bind(memory),
    off: memory.off.bind(memory),
    send: memory.send.bind(memory),
    widget_manager: { kernel, context: { path: "trips/film.ipynb" } },
  });
  return { memory, model, sent, slots };
}

test("where Python listens on the control channel, all that is said goes there", () => {
  const { memory, model, sent } = host("comm-1");
  const life = new AbortController();
  const kernel = connectKernel(model, life.signal);
  const bytes = new ArrayBuffer(3);
  kernel.send({ type: "stop" }, [bytes]);
  expect(memory.sent).toEqual([]);
  const [message] = sent.mock.calls[0] as [Record<string, never>];
  expect(message).toMatchObject({
    channel: "control",
    header: { msg_type: "comm_msg", session: "me" },
    content: { comm_id: "comm-1", data: { method: "custom", content: { type: "stop" } } },
    buffers: [bytes],
  });
  expect(kernel.notebook).toBe("trips/film.ipynb");
});

test("elsewhere messages go as those of any widget", () => {
  const { memory, model, sent } = host("");
  connectKernel(model, new AbortController().signal).send({ type: "stop" });
  expect(sent).not.toHaveBeenCalled();
  expect(memory.sentOf("stop")).toHaveLength(1);
});

test("a kernel that is restarted is told at once, and the model's end lets go of it", () => {
  const { model, slots, sent } = host("comm-1");
  const life = new AbortController();
  const kernel = connectKernel(model, life.signal);
  kernel.send({ type: "stop" });
  for (const slot of slots) slot(null, "restarting");
  kernel.send({ type: "stop" });
  expect(kernel.lost.value).toBe(true);
  expect(sent).toHaveBeenCalledTimes(1);
  life.abort();
  expect(slots.size).toBe(0);
});
