/** Files that somebody dropped or picked: what a folder holds, and what is refused before a byte is sent. */

export interface Rules {
  /** Lower-case suffixes with their dot; empty: everything. */
  accept: readonly string[];
  /** 0: no limit. */
  maxBytes: number;
}

export type Refusal = "unsupported" | "too-large" | "empty";

export function refusal(file: { name: string; size: number }, rules: Rules): Refusal | null {
  const name = file.name.toLowerCase();
  if (rules.accept.length > 0 && !rules.accept.some((suffix) => name.endsWith(suffix.toLowerCase())))
    return "unsupported";
  if (file.size === 0) return "empty";
  if (rules.maxBytes > 0 && file.size > rules.maxBytes) return "too-large";
  return null;
}

const NATURAL = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

export interface Dropped {
  files: File[];
  /** Files that came with a folder: unsuitable ones among them are counted, not listed. */
  fromFolder: File[];
}

/**
 * Must be called while the drop event is being handled: the item list empties afterwards, entries stay good.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const entries: FileSystemEntry[] = [];
  const loose: File[] = [];
  for (const item of Array.from(transfer.items)) {
    if (item.kind !== "file") continue;
    const entry = item.webkitGetAsEntry?.();
    if (entry?.isDirectory) entries.push(entry);
    else {
      const file = item.getAsFile();
      if (file) loose.push(file);
    }
  }
  const fromFolder = (await Promise.all(entries.map(filesWithin))).flat();
  return { files: loose, fromFolder };
}

async function filesWithin(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    );
    return file ? [file] : [];
  }
  const children = await entriesOf(entry as FileSystemDirectoryEntry);
  children.sort((a, b) => NATURAL.compare(a.name, b.name));
  const files: File[] = [];
  for (const child of children) files.push(...(await filesWithin(child)));
  return files;
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A reader hands out a hundred at a time and says it is done by an empty answer.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

/** A picture that was copied has no name of its own: browsers call each of them the same. */
export function pastedFiles(clipboard: DataTransfer): File[] {
  const files = Array.from(clipboard.files);
  // A copied table or text may bring a picture of itself along; the words are meant then.
  if (files.length > 0 && clipboard.types.includes("text/plain")) return [];
  return files.map((file) => {
    if (!/^image\.\w+$/.test(file.name)) return file;
    const now = new Date(Date.now() - 60_000 * new Date().getTimezoneOffset());
    const time = now.toISOString().slice(0, 19).replaceAll(":", ".").replace("T", " ");
    return new File([file], file.name.replace("image", time), { type: file.type });
  });
}
