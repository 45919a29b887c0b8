/** The script that JupyterLab and Notebook 7 load: a module container, which they ask for the extension. */
import { newPlugin, type Plugin, type ShareScope } from "./host.ts";
import { activate } from "./plugin.ts";

interface Container {
  init(scope: ShareScope): void;
  get(module: string): Promise<() => { __esModule: true; default: Plugin }>;
}

declare global {
  var _JUPYTERLAB: Record<string, Container> | undefined;
}

const NAME = "photo2video-widgets";

let scope: ShareScope = {};

globalThis._JUPYTERLAB ??= {};
globalThis._JUPYTERLAB[NAME] = {
  init: (shared) => {
    scope = shared;
  },
  get: async (module) => {
    if (module !== "./extension") throw new Error(`${NAME} has no ${module}`);
    const plugin = await newPlugin(
      scope,
      `${NAME}:plugin`,
      "Photo films from the launcher and the file browser",
      activate,
    );
    return () => ({ __esModule: true, default: plugin });
  },
};
