/** "New photo film" and "Make a film of these": commands that open a notebook with a panel and run it. */
import { stringsFor } from "../i18n.ts";
import { answerDrops } from "./drop.ts";
import type { Application, FileModel, Libraries, Services } from "./host.ts";
import { FILM_ICON } from "./icon.ts";
import { filmNotebook, freeName, isMaterial, pathFrom } from "./notebook.ts";
import { expectRun, runWhenExpected } from "./run.ts";

const NEW_FILM = "photo2video:new-film";
const FILM_OF_THESE = "photo2video:film-of-these";

export function activate(app: Application, services: Partial<Services>, libraries: Libraries): void {
  const { browsers, launcher, menu, notebooks, palette, translator } = services;
  const words = stringsFor(translator?.languageCode, document.documentElement.lang, navigator.language);
  const icon = libraries.ui ? filmIcon(libraries.ui) : undefined;
  const selected = (): FileModel[] =>
    [...(browsers?.tracker.currentWidget?.selectedItems() ?? [])].filter(isMaterial);
  const folder = () => browsers?.tracker.currentWidget?.model.path ?? "";

  async function open(place: string, files: readonly FileModel[]): Promise<void> {
    try {
      const path = await createFilm(app, place, files);
      expectRun(app, path);
      await app.commands.execute("docmanager:open", { path, factory: "Notebook" });
    } catch (problem) {
      const show = libraries.apputils?.showErrorMessage as (title: string, problem: unknown) => Promise<void>;
      await show(words.newFilmFailed, problem);
    }
  }

  app.commands.addCommand(NEW_FILM, {
    label: words.newFilm,
    caption: words.newFilmHint,
    icon,
    // The launcher says in which folder it was opened.
    execute: ({ cwd }) => open(typeof cwd === "string" ? cwd : folder(), []),
  });
  app.commands.addCommand(FILM_OF_THESE, {
    label: words.filmOfThese,
    icon,
    isVisible: () => selected().length > 0,
    execute: () => open(folder(), selected()),
  });
  // Among the notebooks, cards show this picture and not the command's.
  const kernelIconUrl = `data:image/svg+xml,${encodeURIComponent(FILM_ICON)}`;
  launcher?.add({ command: NEW_FILM, category: "Notebook", rank: 100, kernelIconUrl });
  palette?.addItem({ command: NEW_FILM, category: words.films });
  menu?.fileMenu.newMenu.addItem({ command: NEW_FILM, rank: 100 });
  app.contextMenu.addItem({ command: FILM_OF_THESE, selector: ".jp-DirListing-item", rank: 2.5 });
  if (notebooks && libraries.notebook) runWhenExpected(app, notebooks, libraries.notebook);
  if (notebooks) answerDrops(app, notebooks);
}

/** Writes the notebook; gives its path. */
async function createFilm(app: Application, folder: string, files: readonly FileModel[]): Promise<string> {
  const { contents, kernelspecs } = app.serviceManager;
  await kernelspecs.ready;
  const paths = files.map(({ path }) => pathFrom(contents.localPath(folder), contents.localPath(path)));
  const content = filmNotebook(paths, pythonKernel(kernelspecs.specs));
  const fresh = await contents.newUntitled({ path: folder, type: "notebook" });
  await contents.save(fresh.path, { type: "notebook", format: "json", content });
  const listing = (await contents.get(folder, { content: true })).content as FileModel[];
  const name = freeName(listing.map((file) => file.name));
  const place = fresh.path.slice(0, fresh.path.length - fresh.name.length);
  return (await contents.rename(fresh.path, `${place}${name}`)).path;
}

/** The default kernel where it speaks Python, else the first that does. */
function pythonKernel(specs: Application["serviceManager"]["kernelspecs"]["specs"]): object {
  const all = Object.values(specs?.kernelspecs ?? {}).filter((spec) => spec?.language === "python");
  const spec = all.find((one) => one?.name === specs?.default) ?? all[0];
  return spec ? { name: spec.name, display_name: spec.display_name, language: spec.language } : {};
}

function filmIcon(ui: Record<string, unknown>): unknown {
  const LabIcon = ui.LabIcon as new (options: { name: string; svgstr: string }) => unknown;
  return new LabIcon({ name: "photo2video:film", svgstr: FILM_ICON });
}
