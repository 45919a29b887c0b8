/**
 * Which piece of a file goes next, and how many may be under way: the arithmetic of both directions, without
 * any sending. A window is a value; each step gives a new one.
 */
export interface Window {
  readonly size: number;
  readonly chunk: number;
  /** Where the next piece starts. */
  readonly next: number;
  /** Ends of the pieces under way, in order. */
  readonly pending: readonly number[];
}

export interface Range {
  readonly offset: number;
  readonly length: number;
}

export function openWindow(size: number, chunk: number): Window {
  return { size, chunk, next: 0, pending: [] };
}

/** The next piece, or null when all are under way. */
export function take(window: Window): { range: Range; window: Window } | null {
  const length = Math.min(window.chunk, window.size - window.next);
  if (length <= 0) return null;
  const end = window.next + length;
  return {
    range: { offset: window.next, length },
    window: { ...window, next: end, pending: [...window.pending, end] },
  };
}

/** All bytes before `offset` have arrived. Late and repeated news change nothing. */
export function arrivedUpTo(window: Window, offset: number): Window {
  const pending = window.pending.filter((end) => end > offset);
  return pending.length === window.pending.length ? window : { ...window, pending };
}

/** The one piece ending at `end` has arrived, others may still be under way. */
export function arrived(window: Window, end: number): Window {
  const pending = window.pending.filter((other) => other !== end);
  return pending.length === window.pending.length ? window : { ...window, pending };
}

/** Begin again at `offset`, whatever was under way. */
export function rewound(window: Window, offset: number, chunk: number): Window {
  return { size: window.size, chunk, next: offset, pending: [] };
}

export function isComplete(window: Window): boolean {
  return window.next >= window.size && window.pending.length === 0;
}
