/** What this extension uses of JupyterLab and Notebook 7, and how it gets at the page's own copies of it. */

export interface FileModel {
  path: string;
  name: string;
  type: string;
  content?: unknown;
}

export interface Contents {
  get(path: string, options?: { content: boolean }): Promise<FileModel>;
  newUntitled(options: { path: string; type: string }): Promise<FileModel>;
  save(path: string, file: { type: string; format: string; content: unknown }): Promise<FileModel>;
  rename(path: string, to: string): Promise<FileModel>;
  /** A path without the name of its drive. */
  localPath(path: string): string;
  driveName(path: string): string;
}

interface KernelSpecs {
  ready: Promise<void>;
  specs: {
    default: string;
    kernelspecs: Record<string, { name: string; display_name: string; language: string } | undefined>;
  } | null;
}

type Arguments = Record<string, unknown>;

export interface Application {
  commands: {
    addCommand(
      id: string,
      command: {
        label: string | ((given: Arguments) => string);
        caption?: string;
        icon?: unknown;
        isVisible?: () => boolean;
        execute: (given: Arguments) => unknown;
      },
    ): void;
    execute(id: string, given?: Arguments): Promise<unknown>;
  };
  contextMenu: { addItem(item: { command: string; selector: string; rank?: number }): void };
  serviceManager: {
    contents: Contents;
    kernelspecs: KernelSpecs;
    serverSettings: { baseUrl: string };
  };
}

export interface NotebookPanel {
  node: Node;
  isAttached: boolean;
  content: unknown;
  context: { path: string; ready: Promise<void> };
  sessionContext: { ready: Promise<void> };
}

export interface Services {
  launcher: {
    add(item: { command: string; category: string; rank?: number; kernelIconUrl?: string }): void;
  };
  palette: { addItem(item: { command: string; category: string }): void };
  menu: { fileMenu: { newMenu: { addItem(item: { command: string; rank?: number }): void } } };
  browsers: {
    tracker: {
      currentWidget: { selectedItems(): Iterable<FileModel>; model: { path: string } } | null;
    };
  };
  notebooks: {
    forEach(act: (panel: NotebookPanel) => void): void;
    find(test: (panel: NotebookPanel) => boolean): NotebookPanel | undefined;
    widgetAdded: { connect(act: (sender: unknown, panel: NotebookPanel) => void): void };
  };
  translator: { languageCode: string };
}

const TOKENS: Record<keyof Services, readonly [library: string, token: string]> = {
  launcher: ["@jupyterlab/launcher", "ILauncher"],
  palette: ["@jupyterlab/apputils", "ICommandPalette"],
  menu: ["@jupyterlab/mainmenu", "IMainMenu"],
  browsers: ["@jupyterlab/filebrowser", "IFileBrowserFactory"],
  notebooks: ["@jupyterlab/notebook", "INotebookTracker"],
  translator: ["@jupyterlab/translation", "ITranslator"],
};

type Module = Record<string, unknown>;

interface Shared {
  get(): Promise<() => Module> | (() => Module);
  loaded?: unknown;
}

/** The page's libraries: name, version, how to get it. */
export type ShareScope = Record<string, Record<string, Shared>>;

const VERSIONS = new Intl.Collator("en", { numeric: true });

/** The page's copy of a library; null where the page has none. */
export async function sharedLibrary(scope: ShareScope, name: string): Promise<Module | null> {
  const versions = Object.entries(scope[name] ?? {});
  versions.sort(([a], [b]) => VERSIONS.compare(b, a));
  const chosen = (versions.find(([, shared]) => shared.loaded) ?? versions[0])?.[1];
  if (!chosen) return null;
  chosen.loaded = 1;
  return (await chosen.get())();
}

export interface Plugin {
  id: string;
  description: string;
  autoStart: true;
  optional: unknown[];
  activate(app: Application, ...services: unknown[]): void;
}

export type Libraries = Record<"notebook" | "apputils" | "ui", Module | null>;

type Activate = (app: Application, services: Partial<Services>, libraries: Libraries) => void;

/** A plugin that takes what its page has: Notebook 7 knows no launcher. */
export async function newPlugin(
  scope: ShareScope,
  id: string,
  description: string,
  activate: Activate,
): Promise<Plugin> {
  const names: string[] = [];
  const optional: unknown[] = [];
  for (const [name, [library, token]] of Object.entries(TOKENS)) {
    const found = (await sharedLibrary(scope, library))?.[token];
    if (!found) continue;
    names.push(name);
    optional.push(found);
  }
  const libraries = {
    notebook: await sharedLibrary(scope, "@jupyterlab/notebook"),
    apputils: await sharedLibrary(scope, "@jupyterlab/apputils"),
    ui: await sharedLibrary(scope, "@jupyterlab/ui-components"),
  };
  return {
    id,
    description,
    autoStart: true,
    optional,
    activate: (app, ...services) => {
      const given = Object.fromEntries(names.map((name, place) => [name, services[place] ?? undefined]));
      activate(app, given as Partial<Services>, libraries);
    },
  };
}
