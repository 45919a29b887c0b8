/**
 * Files dragged from JupyterLab's file browser onto a panel. They lie where the kernel runs: what crosses is their
 * path. The panel doesn't know in which notebook it is shown; the extension does, and is asked by an event.
 */
import { listen } from "../lifetime.ts";
import type { Application, NotebookPanel, Services } from "./host.ts";
import { pathFrom } from "./notebook.ts";

const FILES = "application/x-jupyter-icontents";
const QUESTION = "photo2video:paths";

interface Question {
  /** As the server names them, from its root. */
  files: readonly string[];
  /** The same files as the notebook names them; left out while nobody answers. */
  paths?: readonly string[];
}

/** A drag of Lumino, JupyterLab's own: it never reaches the page as one of the browser's. */
interface LabDrag extends Event {
  mimeData: { getData(mime: string): unknown };
  proposedAction: string;
  dropAction: string;
}

declare global {
  interface HTMLElementEventMap {
    "lm-dragenter": LabDrag;
    "lm-dragleave": LabDrag;
    "lm-dragover": LabDrag;
    "lm-drop": LabDrag;
    [QUESTION]: CustomEvent<Question>;
  }
}

/** Hears drags over a panel; `add` gets paths as the notebook names them. Ends with the view. */
export function takeLabFiles(
  host: HTMLElement,
  add: (path: string) => void,
  hover: (over: boolean) => void,
  signal: AbortSignal,
): void {
  const handle = (act: (event: LabDrag, paths: readonly string[]) => void) => (event: LabDrag) => {
    const paths = pathsOf(host, event);
    if (!paths) return;
    event.preventDefault();
    event.stopPropagation();
    act(event, paths);
  };
  const accept = (event: LabDrag) => {
    event.dropAction = event.proposedAction;
  };
  const enter = () => hover(true);
  const leave = () => hover(false);
  const drop = (event: LabDrag, paths: readonly string[]) => {
    hover(false);
    accept(event);
    for (const path of paths) add(path);
  };
  listen(host, "lm-dragenter", handle(enter), signal);
  listen(host, "lm-dragleave", handle(leave), signal);
  listen(host, "lm-dragover", handle(accept), signal);
  listen(host, "lm-drop", handle(drop), signal);
}

function pathsOf(host: HTMLElement, event: LabDrag): readonly string[] | undefined {
  const files = event.mimeData.getData(FILES);
  if (!Array.isArray(files)) return undefined;
  const detail: Question = { files: files.map(String) };
  host.dispatchEvent(new CustomEvent(QUESTION, { detail, bubbles: true, composed: true }));
  return detail.paths;
}

/** The extension's side: answers for panels in notebooks, about files of the server's own disk. */
export function answerDrops(app: Application, notebooks: Services["notebooks"]): void {
  const { contents } = app.serviceManager;
  const answer = (event: CustomEvent<Question>) => {
    const question = event.detail;
    const shows = (panel: NotebookPanel) => panel.node.contains(event.target as Node);
    const notebook = notebooks.find(shows)?.context.path;
    if (notebook === undefined) return;
    const drive = contents.driveName(notebook);
    if (question.files.some((file) => contents.driveName(file) !== drive)) return;
    const folder = contents.localPath(notebook).split("/").slice(0, -1).join("/");
    question.paths = question.files.map((file) => pathFrom(folder, contents.localPath(file)));
  };
  // As long as the page.
  listen(document, QUESTION, answer, new AbortController().signal);
}
