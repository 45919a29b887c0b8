/** What each key does on the timeline. Every gesture of the mouse has one. */

export type Action =
  | { do: "go"; key: string; extend: boolean; stay: boolean }
  | { do: "move"; by: -1 | 1; far: boolean }
  | { do: "trim"; by: number }
  | { do: "zoom"; by: 1 | -1 | 0 }
  | { do: "toggle" | "edit" | "cut" | "split" | "duplicate" | "remove" | "all" | "none" | "help" | "snap" };

interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

const PLAIN: Readonly<Record<string, Action>> = {
  s: { do: "split" },
  d: { do: "duplicate" },
  t: { do: "cut" },
  n: { do: "snap" },
  Delete: { do: "remove" },
  Backspace: { do: "remove" },
  Enter: { do: "edit" },
  F2: { do: "edit" },
  " ": { do: "toggle" },
  Escape: { do: "none" },
  "?": { do: "help" },
  "+": { do: "zoom", by: 1 },
  "=": { do: "zoom", by: 1 },
  "-": { do: "zoom", by: -1 },
  f: { do: "zoom", by: 0 },
};

/** Brackets shorten and lengthen, by 0.1 s, with Shift by 1 s; some keyboards need AltGr for them. */
const BRACKETS: Readonly<Record<string, number>> = { "[": -100, "]": 100, "{": -1000, "}": 1000 };

const ARROWS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

export function actionOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): Action | null {
  const by = BRACKETS[key];
  if (by !== undefined) return { do: "trim", by };
  const command = ctrlKey || metaKey;
  if (ARROWS.has(key)) {
    if (!altKey) return { do: "go", key, extend: shiftKey, stay: command };
    if (key === "ArrowLeft" || key === "ArrowRight")
      return { do: "move", by: key === "ArrowLeft" ? -1 : 1, far: shiftKey };
    return null;
  }
  if (command && !altKey && key.toLowerCase() === "a") return { do: "all" };
  if (command && key === " ") return { do: "toggle" };
  if (command || altKey) return null;
  return PLAIN[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** Undo (-1), redo (1), or neither. */
export function historyStep({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): -1 | 0 | 1 {
  if (altKey || !(ctrlKey || metaKey)) return 0;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? 1 : -1;
  return letter === "y" && !shiftKey ? 1 : 0;
}

const TYPED = new Set(["text", "search", "number", "url", "email", "password", "tel"]);

/** Whether a key goes into a field: then it is no command. */
export function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return TYPED.has(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** Whether a key is a field's own: typed into it, or moving its handle. */
export function isFields(event: Event): boolean {
  const [target] = event.composedPath();
  return isTyping(event) || target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}
