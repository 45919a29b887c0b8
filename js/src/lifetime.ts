/**
 * The one place that touches listeners, timers and observers. Everything here ends with an AbortSignal: the
 * view's (anywidget aborts it when the output goes away), the model's, or a component's own (`useLife`).
 */
import { useEffect } from "preact/hooks";

interface Events extends HTMLElementEventMap {
  webglcontextlost: Event;
}

export function listen<K extends keyof Events>(
  target: EventTarget,
  type: K,
  handler: (event: Events[K]) => void,
  signal: AbortSignal,
): void {
  target.addEventListener(type, handler as EventListener, { signal });
}

export function onAbort(signal: AbortSignal, handler: () => void): void {
  if (signal.aborted) handler();
  else signal.addEventListener("abort", handler, { once: true });
}

export function later(handler: () => void, ms: number, signal: AbortSignal): void {
  if (signal.aborted) return;
  const timer = setTimeout(handler, ms);
  onAbort(signal, () => clearTimeout(timer));
}

export function every(handler: () => void, ms: number, signal: AbortSignal): void {
  if (signal.aborted) return;
  const timer = setInterval(handler, ms);
  onAbort(signal, () => clearInterval(timer));
}

export function eachFrame(handler: () => void, signal: AbortSignal): void {
  let frame = 0;
  const step = () => {
    handler();
    if (!signal.aborted) frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  onAbort(signal, () => cancelAnimationFrame(frame));
}

/** Calls once, just before the page is drawn next. */
export function nextFrame(handler: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const stop = () => cancelAnimationFrame(frame);
  const frame = requestAnimationFrame(() => {
    signal.removeEventListener("abort", stop);
    handler();
  });
  signal.addEventListener("abort", stop, { once: true });
}

export function watchSize(element: Element, handler: (width: number) => void, signal: AbortSignal): void {
  handler(element.clientWidth);
  if (typeof ResizeObserver === "undefined") return;
  const observer = new ResizeObserver(() => handler(element.clientWidth));
  observer.observe(element);
  onAbort(signal, () => observer.disconnect());
}

/** Calls once, when the element first comes near the visible part of the page. */
export function whenNear(element: Element, handler: () => void, signal: AbortSignal): void {
  if (typeof IntersectionObserver === "undefined") {
    handler();
    return;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      handler();
    },
    { rootMargin: "200px" },
  );
  observer.observe(element);
  onAbort(signal, () => observer.disconnect());
}

export function watchAttributes(
  element: Element,
  names: readonly string[],
  handler: () => void,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver(handler);
  observer.observe(element, { attributes: true, attributeFilter: [...names] });
  onAbort(signal, () => observer.disconnect());
}

/** An effect whose signal is aborted when its inputs change or the component goes. */
export function useLife(effect: (signal: AbortSignal) => void, inputs: readonly unknown[]): void {
  useEffect(() => {
    const life = new AbortController();
    effect(life.signal);
    return () => life.abort();
  }, inputs);
}
