/**
 * Running a notebook that was made a moment ago. JupyterLab opens it in the same page, Notebook 7 in another: the
 * wish waits in the browser's storage, for this server alone, where no notebook that comes from elsewhere can write it.
 */
import type { Application, NotebookPanel, Services } from "./host.ts";

const PATIENCE_MS = 120_000;

function keyOf(app: Application, path: string): string {
  return `photo2video:run:${app.serviceManager.serverSettings.baseUrl}:${path}`;
}

export function expectRun(app: Application, path: string): void {
  localStorage.setItem(keyOf(app, path), String(Date.now()));
}

/** Whether this notebook is to be run; true once. */
function claimRun(app: Application, path: string): boolean {
  const wished = Number(localStorage.getItem(keyOf(app, path)));
  localStorage.removeItem(keyOf(app, path));
  return Date.now() - wished < PATIENCE_MS;
}

export function runWhenExpected(
  app: Application,
  notebooks: Services["notebooks"],
  library: Record<string, unknown>,
): void {
  const { runAll } = library.NotebookActions as {
    runAll(notebook: unknown, session: unknown): Promise<boolean>;
  };
  const run = async (panel: NotebookPanel) => {
    await panel.context.ready;
    await panel.sessionContext.ready;
    // Notebook 7 makes a panel that it never shows in the page from which it opens another.
    if (!panel.isAttached || !claimRun(app, panel.context.path)) return;
    await runAll(panel.content, panel.sessionContext);
  };
  notebooks.forEach((panel) => void run(panel));
  notebooks.widgetAdded.connect((_, panel) => void run(panel));
}
