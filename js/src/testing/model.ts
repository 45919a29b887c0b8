/** A model that lives in memory: what crosses the comm, without a comm. For tests and the development page. */
import { INITIAL, type Incoming, type Model, type Outgoing, type Traits } from "../protocol.ts";

interface Sent {
  message: Outgoing;
  buffers: readonly ArrayBuffer[];
}

type Handler = (...given: never[]) => void;

export class MemoryModel {
  readonly sent: Sent[] = [];
  /** Called for every message the page sends. */
  answer: ((message: Outgoing, buffers: readonly ArrayBuffer[]) => void) | null = null;
  /** Whether modules come by themselves when they are asked for. */
  answers = true;
  readonly #traits: Traits;
  readonly #handlers = new Map<string, Set<Handler>>();

  constructor(traits: Partial<Traits> = {}) {
    this.#traits = { ...INITIAL, ...traits };
  }

  get model(): Model {
    return this as unknown as Model;
  }

  /** Messages of one type, in the order they went. */
  sentOf<T extends Outgoing["type"]>(type: T): Extract<Outgoing, { type: T }>[] {
    return this.sent
      .map(({ message }) => message)
      .filter((message): message is Extract<Outgoing, { type: T }> => message.type === type);
  }

  get<K extends keyof Traits>(name: K): Traits[K] {
    return this.#traits[name];
  }

  /** Python changes traits. */
  change(traits: Partial<Traits>): void {
    Object.assign(this.#traits, traits);
    for (const name of Object.keys(traits)) this.#emit(`change:${name}`);
  }

  /** Python sends a message. */
  receive(message: Incoming, buffers: readonly unknown[] = []): void {
    this.#emit("msg:custom", message, buffers);
  }

  on(event: string, handler: Handler): void {
    const handlers = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, handlers.add(handler));
  }

  off(event: string, handler: Handler): void {
    this.#handlers.get(event)?.delete(handler);
  }

  /** How many listen, over all events. */
  get listeners(): number {
    return [...this.#handlers.values()].reduce((sum, handlers) => sum + handlers.size, 0);
  }

  send(message: Outgoing, _callbacks?: unknown, buffers: readonly ArrayBuffer[] = []): void {
    this.sent.push({ message, buffers });
    if (this.answers && message.type === "module")
      queueMicrotask(() => this.receive({ ...message, text: message.name }));
    this.answer?.(message, buffers);
  }

  #emit(event: string, ...given: unknown[]): void {
    for (const handler of this.#handlers.get(event) ?? [])
      (handler as (...given: unknown[]) => void)(...given);
  }
}
