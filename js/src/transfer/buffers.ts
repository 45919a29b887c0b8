/**
 * Memory for the pieces of large files, used again: what is merely let go stays until the browser comes to sweep,
 * which is too seldom at some fifty megabytes a second.
 */
import { CHUNK, WINDOW } from "../protocol.ts";

export class Buffers {
  #free: ArrayBuffer[] = [];

  /** The bytes of a piece of `file`; whole chunks are to be given back once nobody needs them. */
  async read(file: Blob, offset: number, length: number): Promise<ArrayBuffer> {
    const piece = file.slice(offset, offset + length);
    const reader = length === CHUNK ? readerOf(piece) : null;
    if (!reader) return piece.arrayBuffer();
    let buffer = this.#free.pop() ?? new ArrayBuffer(length);
    for (let filled = 0; filled < length; ) {
      const { value } = await reader.read(new Uint8Array(buffer, filled));
      if (!value?.byteLength) throw new Error("the file is shorter than it was");
      filled += value.byteLength;
      buffer = value.buffer;
    }
    return buffer;
  }

  giveBack(buffer: ArrayBuffer | undefined): void {
    if (buffer?.byteLength === CHUNK && this.#free.length < WINDOW) this.#free.push(buffer);
  }

  clear(): void {
    this.#free = [];
  }
}

/** Reads into memory that there is; null where the browser can't. */
function readerOf(piece: Blob): ReadableStreamBYOBReader | null {
  try {
    return piece.stream().getReader({ mode: "byob" });
  } catch {
    return null;
  }
}
