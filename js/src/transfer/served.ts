/** Films that the notebook's own server shows: such an address seeks at once and costs the kernel nothing. */
import type { Film } from "../protocol.ts";

/** Where the server's pages begin, as Jupyter's own pages say; null on any other page. */
function base(): string | null {
  const text = document.getElementById("jupyter-config-data")?.textContent;
  try {
    const told: unknown = text ? JSON.parse(text).baseUrl : null;
    return typeof told === "string" ? told : null;
  } catch {
    return null;
  }
}

/** The film's address, or null where the server doesn't show this very file: a folder's name alone proves nothing. */
export async function servedFilm(film: Film, notebook: string, life: AbortSignal): Promise<string | null> {
  const root = base();
  if (root === null || !film.beside || !notebook) return null;
  // A drive's name may come first ("RTC:folder/notebook.ipynb"): the server's files have none.
  const folder = notebook
    .replace(/^[^/]*:/, "")
    .split("/")
    .slice(0, -1);
  const path = [...folder, ...film.beside.split("/")].map(encodeURIComponent).join("/");
  const address = `${root.replace(/\/?$/, "/")}files/${path}?film=${film.id}`;
  try {
    const answer = await fetch(address, { headers: { Range: "bytes=0-0" }, signal: life });
    void answer.body?.cancel();
    const size = /\/(\d+)$/.exec(answer.headers.get("Content-Range") ?? "")?.[1];
    return answer.status === 206 && Number(size) === film.size ? address : null;
  } catch {
    return null;
  }
}
