/**
 * A way to the kernel that stays open while a cell runs: its control channel, where this page can reach it and
 * Python listens there. In some kernels a comm's own messages wait until the cell has ended.
 */
import { randomId } from "../format.ts";
import { onAbort } from "../lifetime.ts";
import type { Model, Outgoing } from "../protocol.ts";

/** What is used of JupyterLab's connection to a kernel, and of its widget manager. */
interface Connection {
  readonly clientId: string;
  readonly username: string;
  readonly isDisposed: boolean;
  readonly statusChanged: { connect(slot: Slot): boolean; disconnect(slot: Slot): boolean };
  sendControlMessage(message: unknown, expectReply: boolean, disposeOnDone: boolean): unknown;
}
type Slot = (connection: unknown, status: string) => void;

export interface Manager {
  readonly kernel?: Connection | null;
  /** The notebook's path below the server's root. */
  readonly context?: { readonly path?: string };
}

export function managerOf(model: Model): Manager {
  return (model as { widget_manager?: Manager }).widget_manager ?? {};
}

export type Send = (message: Outgoing, buffers?: ArrayBuffer[]) => void;

/** Null where the host or the kernel has no such way. What is returned throws once the kernel is another. */
export function controlChannel(model: Model, life: AbortSignal): Send | null {
  const kernel = managerOf(model).kernel;
  const comm = model.get("control");
  if (typeof comm !== "string" || comm === "" || typeof kernel?.sendControlMessage !== "function")
    return null;
  let gone = false;
  const watch: Slot = (_, status) => {
    if (["restarting", "autorestarting", "terminating", "dead"].includes(status)) gone = true;
  };
  kernel.statusChanged.connect(watch);
  onAbort(life, () => kernel.statusChanged.disconnect(watch));
  return (message, buffers = []) => {
    if (gone || kernel.isDisposed) throw new Error("the kernel of this panel is gone");
    const header = {
      date: new Date().toISOString(),
      msg_id: randomId(),
      msg_type: "comm_msg",
      session: kernel.clientId,
      username: kernel.username,
      version: "5.3",
    };
    const content = { comm_id: comm, data: { method: "custom", content: message } };
    kernel.sendControlMessage(
      { header, parent_header: {}, metadata: {}, content, channel: "control", buffers },
      false,
      true,
    );
  };
}
