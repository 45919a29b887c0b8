import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}", "build.test.mjs"],
    restoreMocks: true,
  },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
});
