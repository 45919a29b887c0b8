/** What Python knows: the model's traits as signals, and the way to talk to it. Nothing here is the screen's. */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { onAbort } from "../lifetime.ts";
import { mergeLog } from "../log/merge.ts";
import { INITIAL, type Incoming, type Model, type Outgoing, type Traits } from "../protocol.ts";
import { decodeBase64 } from "../transfer/bytes.ts";
import { controlChannel, managerOf, type Send } from "./control.ts";

type TraitSignals = { readonly [K in keyof Traits]: ReadonlySignal<Traits[K]> };
type Listener = (message: Incoming, buffers: readonly unknown[]) => void;

export interface Kernel extends TraitSignals {
  send(message: Outgoing, buffers?: ArrayBuffer[]): void;
  /** What is returned ends it. */
  onMessage(listener: Listener): () => void;
  /** Counts every sign of life: a trait that changed, a message that came. */
  readonly signs: ReadonlySignal<number>;
  /** The last message could not even be handed over: the kernel was restarted or shut down. */
  readonly lost: ReadonlySignal<boolean>;
  /** The notebook's path below the server's root; empty where the host doesn't say. */
  readonly notebook: string;
}

function traitSignal<K extends keyof Traits>(
  model: Model,
  name: K,
  heard: () => void,
  life: AbortSignal,
): Signal<Traits[K]> {
  const read = () => (model.get(name) ?? INITIAL[name]) as Traits[K];
  const trait = signal(read());
  const update = () => {
    trait.value = read();
    heard();
  };
  model.on(`change:${name}`, update);
  onAbort(life, () => model.off(`change:${name}`, update));
  return trait;
}

export function connectKernel(model: Model, life: AbortSignal): Kernel {
  const signs = signal(0);
  const lost = signal(false);
  const heard = () => {
    signs.value += 1;
  };
  const names = Object.keys(INITIAL) as (keyof Traits)[];
  const traits = Object.fromEntries(
    names.map((name) => [name, traitSignal(model, name, heard, life)]),
  ) as unknown as { [K in keyof Traits]: Signal<Traits[K]> };
  let control: Send | null = null;
  const send: Send = (message, buffers) => {
    // Python says so a little after the model was made.
    control ??= controlChannel(model, life);
    if (control) control(message, buffers);
    else model.send(message, undefined, buffers);
  };
  const listeners = new Set<Listener>();
  const receive = (message: Incoming, buffers: readonly unknown[] = []) => {
    heard();
    if (message.type === "log") traits.entries.value = mergeLog(traits.entries.peek(), message);
    let bytes = buffers;
    if ("base64" in message && message.base64) bytes = [decodeBase64(message.base64)];
    else if ((message.type === "thumbnail" || message.type === "film") && buffers.length === 0) {
      // This host loses what goes beside a message: ask again, for bytes within it.
      kernel.send({ type: "hello", text: true });
      const { type, ...asked } = message;
      kernel.send({ type, ...asked } as Outgoing);
      return;
    }
    for (const listener of listeners) listener(message, bytes);
  };
  model.on("msg:custom", receive);
  onAbort(life, () => model.off("msg:custom", receive));
  const kernel: Kernel = {
    ...traits,
    signs,
    lost,
    notebook: managerOf(model).context?.path ?? "",
    send: (message, buffers) => {
      if (life.aborted) return;
      try {
        send(message, buffers);
        lost.value = false;
      } catch {
        // Hosts throw when the comm is closed. Who waits for an answer gives up by the clock.
        lost.value = true;
      }
    },
    onMessage: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return kernel;
}
