import { expect, test } from "vitest";
import { hostScheme } from "./theme.ts";

function page(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

test("JupyterLab, VS Code and Colab say their scheme in their own ways", () => {
  expect(hostScheme(page('<body data-jp-theme-light="false">'))).toBe("dark");
  expect(hostScheme(page('<body data-jp-theme-light="true">'))).toBe("light");
  expect(hostScheme(page('<body data-vscode-theme-kind="vscode-dark">'))).toBe("dark");
  expect(hostScheme(page('<body data-vscode-theme-kind="vscode-high-contrast-light">'))).toBe("light");
  expect(hostScheme(page('<html theme="dark"><body>'))).toBe("dark");
});

test("a page that says nothing leaves it to the system", () => {
  expect(hostScheme(page("<body>"))).toBe("light dark");
});
