/** The notebook that makes a film, and the names and paths in it. */

/** What films are made of, as `photos.accepted` in Python has it. */
export const MATERIAL = [
  ...[".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif", ".avif", ".tif", ".tiff"],
  ...[".mp4", ".mov", ".m4v", ".avi", ".webm", ".mkv"],
  ...[".mp3", ".wav", ".m4a", ".aac", ".flac", ".ogg"],
];

/** Whether a film can be made of it: a photo, a clip, a song, or a folder that may hold some. */
export function isMaterial({ name, type }: { name: string; type: string }): boolean {
  return type === "directory" || MATERIAL.some((suffix) => name.toLowerCase().endsWith(suffix));
}

/** "film.ipynb", or the first of "film-2.ipynb", "film-3.ipynb" … that nobody has. */
export function freeName(taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? "film.ipynb" : `film-${number}.ipynb`;
    if (!used.has(name)) return name;
  }
}

/** A path as it is written in `folder`; both are the server's, with slashes and from its root. */
export function pathFrom(folder: string, path: string): string {
  const here = folder.split("/").filter(Boolean);
  const there = path.split("/").filter(Boolean);
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common += 1;
  return [...here.slice(common).map(() => ".."), ...there.slice(common)].join("/");
}

/** A text as Python writes it: JSON's escapes are all Python's too. */
function literal(text: string): string {
  return JSON.stringify(text);
}

/** A notebook of one cell, which shows a panel and hands it these files. */
export function filmNotebook(paths: readonly string[], kernelspec: object): object {
  const lines = ["import photo2video_widgets as p2v", "", "panel = p2v.Panel()"];
  if (paths.length === 0) lines.push("panel");
  // Shown first, so that one can watch them come.
  else lines.push("display(panel)", `panel.add([${paths.map(literal).join(", ")}])`);
  const cell = {
    id: "film",
    cell_type: "code",
    metadata: {},
    execution_count: null,
    outputs: [],
    source: lines.join("\n"),
  };
  return { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells: [cell] };
}
