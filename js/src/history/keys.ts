/** Undo and redo by key, anywhere in the view but in a field that has its own. */
import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import { listen, useLife } from "../lifetime.ts";
import { useStore } from "../state/store.ts";
import { historyStep, isTyping } from "../timeline/keys.ts";

/** Listens in the view that holds the element to which the reference is given. */
export function useHistoryKeys(): RefObject<HTMLSpanElement | null> {
  const { kernel, commands } = useStore();
  const place = useRef<HTMLSpanElement>(null);
  useLife(
    (life) => {
      const root = place.current?.getRootNode();
      if (!root) return;
      listen(
        root,
        "keydown",
        (event) => {
          const step = historyStep(event);
          if (step === 0 || isTyping(event)) return;
          event.preventDefault();
          if (kernel.phase.peek() !== "ready") return;
          if (step < 0 && kernel.can_undo.peek()) commands.undo();
          if (step > 0 && kernel.can_redo.peek()) commands.redo();
        },
        life,
      );
    },
    [kernel, commands],
  );
  return place;
}
