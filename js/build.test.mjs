// @vitest-environment node
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { bundles } from "./build.mjs";

const MOST_BYTES = 60_000;

test("what a page loads before its first paint is small", async () => {
  const { outputFiles } = await build({ ...bundles, write: false, logLevel: "error" });
  const panel = outputFiles.find(({ path }) => path.endsWith("panel.js"));
  expect(gzipSync(panel?.contents ?? "").length).toBeLessThan(MOST_BYTES);
  expect(panel?.contents.length).toBeGreaterThan(MOST_BYTES);
});
