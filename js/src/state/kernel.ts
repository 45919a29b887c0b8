/** What Python knows: the model's traits as signals, and the way to talk to it. Nothing here is the screen's. */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { onAbort } from "../lifetime.ts";
import { INITIAL, type Incoming, type Model, type Outgoing, type Traits } from "../protocol.ts";

type TraitSignals = { readonly [K in keyof Traits]: ReadonlySignal<Traits[K]> };
type Listener = (message: Incoming, buffers: readonly unknown[]) => void;

export interface Kernel extends TraitSignals {
  send(message: Outgoing, buffers?: ArrayBuffer[]): void;
  onMessage(listener: Listener): void;
  /** Counts every sign of life: a trait that changed, a message that came. */
  readonly signs: ReadonlySignal<number>;
  /** The last message could not even be handed over: the kernel was restarted or shut down. */
  readonly lost: ReadonlySignal<boolean>;
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
  const listeners: Listener[] = [];
  const receive = (message: Incoming, buffers: readonly unknown[] = []) => {
    heard();
    for (const listener of listeners) listener(message, buffers);
  };
  model.on("msg:custom", receive);
  onAbort(life, () => model.off("msg:custom", receive));
  const names = Object.keys(INITIAL) as (keyof Traits)[];
  const traits = Object.fromEntries(names.map((name) => [name, traitSignal(model, name, heard, life)]));
  return {
    ...(traits as unknown as TraitSignals),
    signs,
    lost,
    send: (message, buffers) => {
      if (life.aborted) return;
      try {
        model.send(message, undefined, buffers);
        lost.value = false;
      } catch {
        // Hosts throw when the comm is closed. Who waits for an answer gives up by the clock.
        lost.value = true;
      }
    },
    onMessage: (listener) => {
      listeners.push(listener);
    },
  };
}
