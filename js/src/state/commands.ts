/** What the buttons ask of Python. Whoever asks is told when nothing answers. */
import { effect } from "@preact/signals";
import { later, onAbort } from "../lifetime.ts";
import type { Command, Operation } from "../protocol.ts";
import type { Kernel } from "./kernel.ts";
import type { Screen } from "./screen.ts";

const PATIENCE_MS = 10_000;
const EDIT_PATIENCE_MS = 3000;

export interface Commands {
  send(text: string): void;
  stop(): void;
  export(): void;
  exportHere(): void;
  undo(): void;
  redo(): void;
  /**
   * False while an earlier edit of the same revision is unanswered: it would be refused as stale. A `patient` edit
   * goes once there is an answer, unless a later one has taken its place.
   */
  edit(operation: Operation, patient?: boolean): boolean;
  restore(revision: number): void;
  /** Takes back the last edit by hand; its sentence comes into the prompt, and goes when it is sent. */
  asWords(): void;
  /** Asks the kernel to reach the engine once more. */
  retry(): void;
}

export function newCommands(kernel: Kernel, screen: Screen, life: AbortSignal): Commands {
  let waiting: AbortController | null = null;
  let lastEdit = { base: -1, at: 0 };
  let patient: Operation | null = null;

  const stop = effect(() => {
    kernel.signs.value;
    waiting?.abort();
    waiting = null;
    screen.unanswered.value = false;
  });
  onAbort(life, stop);

  function expectAnswer(): void {
    if (waiting) return;
    waiting = new AbortController();
    const patience = AbortSignal.any([waiting.signal, life]);
    later(
      () => {
        screen.unanswered.value = true;
      },
      PATIENCE_MS,
      patience,
    );
  }

  kernel.onMessage((message) => {
    if (message.type === "refused") {
      lastEdit = { base: -1, at: 0 };
      patient = null;
      screen.word.value = { kind: message.stale ? "stale" : "refused", text: message.message };
    }
    if (message.type === "words") screen.words.value = message.text;
  });
  onAbort(
    life,
    effect(() => {
      kernel.revision.value;
      const next = patient;
      patient = null;
      if (next) edit(next);
    }),
  );

  function edit(operation: Operation, canWait = false): boolean {
    if (screen.looked.peek() || kernel.phase.peek() === "failed") return false;
    const base = kernel.revision.peek();
    const now = performance.now();
    if (base === lastEdit.base && now - lastEdit.at < EDIT_PATIENCE_MS) {
      if (canWait) patient = operation;
      return false;
    }
    lastEdit = { base, at: now };
    screen.word.value = kernel.backend.peek().hosted ? { kind: "by-hand", text: "" } : null;
    ask({ type: "edit", base, operations: [operation] });
    return true;
  }

  function leave(): void {
    screen.looked.value = null;
    screen.word.value = null;
  }

  function ask(command: Command): void {
    kernel.send(command);
    expectAnswer();
  }

  return {
    send: (text) => ask({ type: "send", text }),
    stop: () => ask({ type: "stop" }),
    export: () => ask({ type: "export" }),
    exportHere: () => ask({ type: "export", renderer: "local" }),
    undo: () => {
      leave();
      ask({ type: "undo" });
    },
    redo: () => {
      leave();
      ask({ type: "redo" });
    },
    restore: (revision) => {
      leave();
      ask({ type: "restore", revision, base: kernel.revision.peek() });
    },
    asWords: () => {
      leave();
      ask({ type: "as_words" });
    },
    edit,
    retry: () => {
      kernel.send({ type: "hello", retry: true });
      expectAnswer();
    },
  };
}
