/** Numbers as people read them. */

/** `0:03.5`, `1:02:09`: tenths only where there are any. Takes milliseconds. */
export function formatTime(ms: number): string {
  const tenths = Math.max(0, Math.round(ms / 100));
  const whole = Math.floor(tenths / 10);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const seconds = String(whole % 60).padStart(2, "0");
  const tenth = tenths % 10 === 0 ? "" : `.${tenths % 10}`;
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}${tenth}`
    : `${minutes}:${seconds}${tenth}`;
}

export function formatSpan(start: number, end: number): string {
  return `${formatTime(start)}–${formatTime(end)}`;
}

/** `3.5 s`. Takes milliseconds. */
export function formatSeconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(2))} s`;
}

/** `12.4 MB`, in the decimal units that file managers show. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB"];
  let value = bytes;
  let unit = -1;
  do {
    value /= 1000;
    unit += 1;
  } while (value >= 999.5 && unit < units.length - 1);
  return `${value >= 99.5 ? Math.round(value) : Number(value.toPrecision(3))} ${units[unit]}`;
}

/** `200 MB`: limits are set, and told in Python, in binary units under the common name. */
export function formatLimit(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}

export function percent(part: number, whole: number): number {
  if (!(whole > 0)) return 0;
  return Math.min(100, Math.max(0, Math.round((100 * part) / whole)));
}

/** A random id. `crypto.randomUUID` is absent on plain-http pages, which many JupyterHubs are. */
export function randomId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
