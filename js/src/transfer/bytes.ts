/** Hosts hand over buffers as DataView, ArrayBuffer or typed array, some as views into a larger message. */
export function bytesOf(buffers: readonly unknown[] | undefined): Uint8Array<ArrayBuffer> | null {
  const first = buffers?.[0];
  if (first instanceof ArrayBuffer) return new Uint8Array(first);
  if (ArrayBuffer.isView(first))
    return new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength);
  return null;
}

export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

export function encodeBase64(bytes: ArrayBuffer): string {
  const parts: string[] = [];
  // As many arguments as a call may safely have.
  for (let place = 0; place < bytes.byteLength; place += 0x8000)
    parts.push(
      String.fromCharCode(...new Uint8Array(bytes, place, Math.min(0x8000, bytes.byteLength - place))),
    );
  return btoa(parts.join(""));
}

/** Four tables, so that four bytes go at a time. */
const TABLES = (() => {
  const tables = Array.from({ length: 4 }, () => new Uint32Array(256));
  const [first] = tables as [Uint32Array];
  for (let byte = 0; byte < 256; byte += 1) {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    first[byte] = rest;
  }
  for (let byte = 0; byte < 256; byte += 1)
    for (let table = 1; table < 4; table += 1) {
      const before = tables[table - 1]?.[byte] ?? 0;
      (tables[table] as Uint32Array)[byte] = (first[before & 255] ?? 0) ^ (before >>> 8);
    }
  return tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
})();

/** CRC-32 as zlib has it. The web's own digests are missing on plain-http pages. */
export function crc32(data: ArrayBuffer): number {
  const bytes = new Uint8Array(data);
  const [a, b, c, d] = TABLES;
  const whole = bytes.length & ~3;
  let crc = -1;
  for (let place = 0; place < whole; place += 4) {
    crc ^=
      (bytes[place] as number) |
      ((bytes[place + 1] as number) << 8) |
      ((bytes[place + 2] as number) << 16) |
      ((bytes[place + 3] as number) << 24);
    crc =
      (d[crc & 255] as number) ^
      (c[(crc >>> 8) & 255] as number) ^
      (b[(crc >>> 16) & 255] as number) ^
      (a[crc >>> 24] as number);
  }
  for (let place = whole; place < bytes.length; place += 1)
    crc = (crc >>> 8) ^ (a[(crc ^ (bytes[place] as number)) & 255] as number);
  return ~crc >>> 0;
}
