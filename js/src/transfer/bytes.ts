/** Hosts hand over buffers as DataView, ArrayBuffer or typed array, some as views into a larger message. */
export function bytesOf(buffers: readonly unknown[] | undefined): Uint8Array<ArrayBuffer> | null {
  const first = buffers?.[0];
  if (first instanceof ArrayBuffer) return new Uint8Array(first);
  if (ArrayBuffer.isView(first))
    return new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength);
  return null;
}
