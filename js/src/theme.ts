/** Which colour scheme the host page has. Hosts say it in different places; without any, the system decides. */
import { watchAttributes } from "./lifetime.ts";

export type Scheme = "light" | "dark" | "light dark";

export function hostScheme(page: Document): Scheme {
  const { body, documentElement: root } = page;
  const lab = body.dataset.jpThemeLight ?? root.dataset.jpThemeLight;
  if (lab !== undefined) return lab === "false" ? "dark" : "light";
  const code = body.dataset.vscodeThemeKind;
  if (code !== undefined) return code.endsWith("light") ? "light" : "dark";
  const named = root.getAttribute("theme") ?? root.dataset.theme ?? body.dataset.theme;
  if (named === "dark" || named === "light") return named;
  for (const element of [body, root]) {
    if (element.classList.contains("dark") || element.classList.contains("dark-theme")) return "dark";
    if (element.classList.contains("light") || element.classList.contains("light-theme")) return "light";
  }
  return "light dark";
}

const WATCHED = ["class", "theme", "data-theme", "data-jp-theme-light", "data-vscode-theme-kind"];

export function followScheme(page: Document, apply: (scheme: Scheme) => void, signal: AbortSignal): void {
  const update = () => apply(hostScheme(page));
  update();
  watchAttributes(page.body, WATCHED, update, signal);
  watchAttributes(page.documentElement, WATCHED, update, signal);
}
