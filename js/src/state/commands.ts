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
  /** False while an earlier edit of the same revision is unanswered: it would be refused as stale. */
  edit(operation: Operation): boolean;
  /** Asks the kernel to reach the engine once more. */
  retry(): void;
}

export function newCommands(kernel: Kernel, screen: Screen, life: AbortSignal): Commands {
  let waiting: AbortController | null = null;
  let lastEdit = { base: -1, at: 0 };

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

  function ask(command: Command): void {
    kernel.send(command);
    expectAnswer();
  }

  return {
    send: (text) => ask({ type: "send", text }),
    stop: () => ask({ type: "stop" }),
    export: () => ask({ type: "export" }),
    exportHere: () => ask({ type: "export", renderer: "local" }),
    undo: () => ask({ type: "undo" }),
    redo: () => ask({ type: "redo" }),
    edit: (operation) => {
      const base = kernel.revision.value;
      const now = performance.now();
      if (base === lastEdit.base && now - lastEdit.at < EDIT_PATIENCE_MS) return false;
      lastEdit = { base, at: now };
      ask({ type: "edit", base, operations: [operation] });
      return true;
    },
    retry: () => {
      kernel.send({ type: "hello", retry: true });
      expectAnswer();
    },
  };
}
