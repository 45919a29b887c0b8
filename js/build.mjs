// Builds what the Python package carries: the panel's bundle, the parts' stub, fonts, licence texts, JupyterLab's extension.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, context, transform } from "esbuild";
import unpack from "woff2-encoder/decompress";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "photo2video_widgets", "static");
const modules = join(here, "node_modules");

/** Style sheets become text: they live in the shadow root, where a <link> could not be relied upon. */
const cssAsText = {
  name: "css-as-text",
  setup(bundler) {
    bundler.onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace("?inline", "")),
      namespace: "css-text",
    }));
    bundler.onLoad({ filter: /.*/, namespace: "css-text" }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const { code } = await transform(source, { loader: "css", minify: true, target: "chrome123" });
      return { contents: code, loader: "text", watchFiles: [path] };
    });
  },
};

export const options = {
  bundle: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  plugins: [cssAsText],
  legalComments: "none",
  logLevel: "info",
};

export const bundles = {
  ...options,
  entryPoints: {
    panel: join(here, "src/panel.ts"),
    part: join(here, "src/part.ts"),
    // These come when they are needed.
    painting: join(here, "src/preview/painting.ts"),
    chinese: join(here, "src/chinese.ts"),
  },
  outdir: out,
  minify: true,
};

const FONTSOURCE = "@fontsource/";
const WEIGHTS = [400, 700];
const INTER = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext"];
const NOTO = ["arabic", "hebrew", "thai", "devanagari", "bengali", "tamil"];
// Slices in which arrows, stars, notes, ticks and numbered circles are.
const SYMBOLS = [87, 88, 90, 103, 105, 106, 109];
// Unlike the numbered slices, the "chinese-simplified" file is whole: Chinese in both scripts and kana.
const FONTS = [
  ...INTER.map((part) => ["inter", `inter-${part}`, `inter-${part}`]),
  ...NOTO.map((script) => [`noto-sans-${script}`, `noto-sans-${script}-${script}`, `noto-sans-${script}`]),
  ["noto-sans-sc", "noto-sans-sc-chinese-simplified", "noto-sans-sc"],
  ...SYMBOLS.map((slice) => ["noto-sans-sc", `noto-sans-sc-${slice}`, `noto-sans-sc-${slice}`]),
  ["nanum-gothic", "nanum-gothic-korean", "nanum-gothic"],
].flatMap(([pack, source, name]) =>
  WEIGHTS.map((weight) => [
    FONTSOURCE + pack,
    `files/${source}-${weight}-normal.woff2`,
    `${name}-${weight}.ttf`,
  ]),
);
const EMOJI = ["twemoji-colr-font", "twemoji.woff2", "twemoji-400.ttf"];

/** Fonts are unpacked: what shapes the text reads no WOFF2, and maps plain files into memory as it needs them. */
async function copyFonts() {
  const folder = join(out, "fonts");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [pack, source, name] of [...FONTS, EMOJI]) {
    await writeFile(join(folder, name), await unpack(await readFile(join(modules, pack, source))));
    await cp(join(modules, pack, "LICENSE"), join(folder, `LICENSE-${pack.replace(FONTSOURCE, "")}.txt`));
  }
}

async function writeLicences(metafile) {
  const bundled = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) bundled.add(found[1]);
  }
  const texts = [];
  for (const name of [...bundled].sort()) {
    const { version } = JSON.parse(await readFile(join(modules, name, "package.json"), "utf8"));
    const licence = await readFile(join(modules, name, "LICENSE"), "utf8");
    texts.push(`${name} ${version}\n\n${licence.trim()}\n`);
  }
  await writeFile(join(out, "LICENSES.txt"), texts.join(`\n${"-".repeat(72)}\n\n`));
}

const LABEXTENSION = join(here, "labextension");

/** JupyterLab finds an extension by its package.json, which names the script to load. */
async function buildLabExtension() {
  await rm(LABEXTENSION, { recursive: true, force: true });
  const { metafile } = await build({
    ...options,
    entryPoints: { remoteEntry: join(here, "src/lab/container.ts") },
    outdir: join(LABEXTENSION, "static"),
    // Browsers keep the script of a name for long.
    entryNames: "[name].[hash]",
    format: "iife",
    minify: true,
    metafile: true,
  });
  const [script] = Object.keys(metafile.outputs);
  const init = await readFile(join(here, "..", "photo2video_widgets", "__init__.py"), "utf8");
  const manifest = {
    name: "photo2video-widgets",
    version: /__version__ = "(.+)"/.exec(init)[1],
    description: "Photo films from JupyterLab's launcher and file browser",
    license: "MIT",
    // JupyterLab says so where these versions aren't its own.
    dependencies: { "@jupyterlab/application": "^4.0.0", "@jupyterlab/notebook": "^4.0.0" },
    jupyterlab: {
      extension: true,
      _build: { load: `static/${basename(script)}`, extension: "./extension" },
    },
  };
  const install = {
    packageManager: "python",
    packageName: "photo2video-widgets",
    uninstallInstructions: "Use your Python package manager to uninstall photo2video-widgets",
  };
  await writeFile(join(LABEXTENSION, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(LABEXTENSION, "install.json"), `${JSON.stringify(install, null, 2)}\n`);
}

async function main() {
  if (process.argv.includes("--watch")) {
    await Promise.all([copyFonts(), buildLabExtension()]);
    const watching = await context({ ...bundles, sourcemap: "inline", minify: false });
    await watching.watch();
    return;
  }
  const { metafile } = await build({ ...bundles, metafile: true });
  await Promise.all([copyFonts(), writeLicences(metafile), buildLabExtension()]);
  for (const name of ["panel.js", "part.js", "painting.js", "chinese.js"])
    console.log(`${name}: ${gzipSync(await readFile(join(out, name))).length} bytes gzipped`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
