/** The panel's own icons, drawn on a 24 × 24 grid. Always decoration: names come from the control around them. */
import type { JSX } from "preact";

const PATHS = {
  film: "M4 5.5h16v13H4zM8 5.5v13M16 5.5v13M4 10h4M4 14h4M16 10h4M16 14h4",
  photos: "M7 7V5h13v11h-2M4 8h13v11H4zM4 16l4-4 3 3 2-2 4 4M13.2 11.4h.01",
  folder: "M4 18.5v-13h5.5l2 2.5H20v10.5z",
  copy: "M9 9h10v10H9zM6 15H5V5h10v1",
  plus: "M12 5v14M5 12h14",
  send: "M12 19V6M6.5 11 12 5.5l5.5 5.5",
  stop: "M7.5 7.5h9v9h-9z",
  undo: "M8.5 5 4.5 9l4 4M5 9h9a5 5 0 0 1 0 10h-3",
  redo: "m15.5 5 4 4-4 4M19 9h-9a5 5 0 0 0 0 10h3",
  export: "M12 4v10M8 10.5l4 4 4-4M5 16v3h14v-3",
  download: "M12 4v10M8 10.5l4 4 4-4M5 19h14",
  check: "m5 12.5 4.5 4.5L19 7.5",
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  retry: "M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4",
  warn: "M12 4.5 21 19.5H3zM12 10v4.5M12 17h.01",
  info: "M12 11v5.5M12 7.8h.01M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z",
  play: "M8 5.5v13l11-6.5z",
  pause: "M8 5.5v13M16 5.5v13",
  stepBack: "M17 6.5 10 12l7 5.5zM6.5 6.5v11",
  stepOn: "M7 6.5l7 5.5-7 5.5zM17.5 6.5v11",
  loop: "M17 4.5l3 3-3 3M20 7.5H8a4 4 0 0 0-4 4M7 19.5l-3-3 3-3M4 16.5h12a4 4 0 0 0 4-4",
  loud: "M4.5 9.5v5h3.5l4.5 4v-13l-4.5 4zM16 9a4.2 4.2 0 0 1 0 6M18.5 6.5a7.8 7.8 0 0 1 0 11",
  silent: "M4.5 9.5v5h3.5l4.5 4v-13l-4.5 4zM16 9.5l5 5M21 9.5l-5 5",
  whole: "M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15",
  music:
    "M9 17.5V6l10-2v11.5M9 17.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 15.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
  text: "M5 7V5.5h14V7M12 5.5v13M9.5 18.5h5",
  zoomIn: "M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5M10.5 8v5M8 10.5h5",
  zoomOut: "M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5M8 10.5h5",
  fit: "M4 8V5h3M17 5h3v3M20 16v3h-3M7 19H4v-3M8 12h8M10 10l-2 2 2 2M14 10l2 2-2 2",
  left: "M14.5 6.5 9 12l5.5 5.5",
  right: "M9.5 6.5 15 12l-5.5 5.5",
  up: "M6.5 14.5 12 9l5.5 5.5",
  down: "M6.5 9.5 12 15l5.5-5.5",
  trash: "M5 7.5h14M10 7V5h4v2M7 7.5l.8 11.5h8.4L17 7.5M10.5 11v5M13.5 11v5",
  split: "M12 4v16M9.5 8 5 12l4.5 4M14.5 8l4.5 4-4.5 4",
  magnet: "M6 4v8a6 6 0 0 0 12 0V4h-4v8a2 2 0 0 1-4 0V4zM6 8h4M14 8h4",
  history: "M4.5 12a7.5 7.5 0 1 0 2.2-5.3M4.5 5v4h4M12 8v4.5l3 1.8",
  keys: "M4 7h16v10H4zM7.5 10.5h.01M11 10.5h.01M14.5 10.5h.01M17 10.5h.01M8 14h8",
  compare: "M12 4v16M4 6.5h5.5v11H4M20 6.5h-5.5v11H20",
  spark: "M12 4l1.9 5.1L19 11l-5.1 1.9L12 18l-1.9-5.1L5 11l5.1-1.9zM18.5 16.5v4M16.5 18.5h4",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Spinner({ size = 16 }: { size?: number }): JSX.Element {
  return (
    <svg
      class="icon spinner"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <circle class="spinner-track" cx="12" cy="12" r="8.5" />
      <path d="M12 3.5a8.5 8.5 0 0 1 8.5 8.5" />
    </svg>
  );
}
