// Serves the development page on this machine and rebuilds it on every load; with --once it only builds it.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { context } from "esbuild";
import { options } from "../build.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dev = await context({
  ...options,
  entryPoints: [join(here, "main.ts")],
  outdir: join(here, "dist"),
  sourcemap: "inline",
});
if (process.argv.includes("--once")) {
  await dev.rebuild();
  await dev.dispose();
} else {
  const { port } = await dev.serve({
    servedir: here,
    host: "127.0.0.1",
    port: Number(process.env.PORT ?? 0),
  });
  console.log(`http://127.0.0.1:${port}/?state=ready&theme=light`);
}
