/** The log as plain words, for a letter to whoever can help. */
import type { Strings } from "../i18n.ts";
import type { LogEntry } from "../protocol.ts";

export function logText(log: readonly LogEntry[], t: Strings): string {
  const lines = log.map((entry) => {
    const time = new Date(entry.time).toLocaleTimeString(t.language, { hour12: false });
    const names: Record<LogEntry["kind"], string> = {
      user: `${t.you}: `,
      agent: `${t.agent}: `,
      error: `${t.errorLabel}: `,
      notice: `${t.noticeLabel}: `,
      tool: "→ ",
      change: "• ",
    };
    const text = entry.kind === "tool" ? (t.tools[entry.text] ?? entry.text) : entry.text;
    const took = entry.took === undefined ? "" : ` (${(entry.took / 1000).toFixed(1)} s)`;
    const detail = entry.detail ? `\n${entry.detail.replace(/^/gm, "    ")}` : "";
    return `${time} ${names[entry.kind]}${text}${took}${detail}`;
  });
  return `${lines.join("\n")}\n`;
}
