// Which entries name which stacks and characters, of one run of entries: sorted by what is named, packed as varints (LEB128)
// into pieces that a page of the file holds. A few bytes for each, so that ten million entries can be looked through by
// one small read for each run (an inverted index of sorted runs, as search engines keep them).

/** Entries of a run, which begin at multiples of it. */
export const runEntries = 16_384;
/** Of a piece. A row of more does not fit on one of SQLite's pages of 4096 bytes. */
const pieceBytes = 4_000;
/** Most that a key and a count take. */
const keyBytes = 16;
/** A place in a run takes at most two bytes. */
const placeBytes = 2;
/** Keys and places share one double: above this they would not be told apart. */
export const keyMax = Math.floor(Number.MAX_SAFE_INTEGER / runEntries) - 1;

export interface PackedRun {
  readonly pieces: readonly Uint8Array[];
  /** Of each piece the first key. */
  readonly firstKeys: Float64Array;
}

const piece = new Uint8Array(pieceBytes);

/** `postings`: key * runEntries + place, ascending; the same one twice counts once. */
export function packRun(postings: Float64Array): PackedRun {
  const pieces: Uint8Array[] = [];
  const firstKeys: number[] = [];
  let at = 0;
  let keyBefore = 0;
  const endPiece = (): void => {
    if (at > 0) pieces.push(piece.slice(0, at));
    at = 0;
  };
  for (let i = 0; i < postings.length;) {
    const key = Math.floor(postings[i]! / runEntries);
    const end = endOfKey(postings, i, key);
    while (i < end) {
      if (pieceBytes - at < keyBytes + placeBytes) endPiece();
      if (at === 0) {
        firstKeys.push(key);
        keyBefore = key;
      }
      const count = Math.min(end - i, Math.floor((pieceBytes - at - keyBytes) / placeBytes));
      at = putVarint(piece, at, key - keyBefore);
      keyBefore = key;
      at = putVarint(piece, at, count);
      let before = 0;
      for (const last = i + count; i < last; i++) {
        const place = postings[i]! - key * runEntries;
        at = putVarint(piece, at, place - before);
        before = place;
      }
      if (i < end) endPiece();
    }
  }
  endPiece();
  return { pieces, firstKeys: Float64Array.from(firstKeys) };
}

/** Which pieces may have places of the key: from the first on, up to before the second. */
export function piecesOf(firstKeys: Float64Array, key: number): readonly [number, number] {
  let end = 0;
  while (end < firstKeys.length && firstKeys[end]! <= key) end++;
  let from = end;
  while (from > 0 && firstKeys[from - 1] === key) from--;
  // What begins with a smaller key may end with this one.
  return [Math.max(0, from - 1), end];
}

/** Puts the places of the key in a piece to those given. False when the piece is damaged. */
export function readPlaces(packed: Uint8Array, firstKey: number, key: number, places: number[]): boolean {
  reader.bytes = packed;
  reader.at = 0;
  let of = firstKey;
  while (reader.at < packed.length) {
    of += reader.varint();
    const count = reader.varint();
    if (count < 1 || count > packed.length) return false;
    let place = 0;
    for (let i = 0; i < count; i++) {
      place += reader.varint();
      if (place >= runEntries) return false;
      if (of === key) places.push(place);
    }
    if (reader.at > packed.length) return false;
    if (of > key) break;
  }
  return true;
}

/** Puts doubled ones into one place; returns where the key ends. */
function endOfKey(postings: Float64Array, from: number, key: number): number {
  let end = from;
  while (end < postings.length && postings[end]! < (key + 1) * runEntries) end++;
  return end;
}

function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let left = value;
  while (left >= 0x80) {
    bytes[at++] = (left % 0x80) + 0x80;
    left = Math.floor(left / 0x80);
  }
  bytes[at++] = left;
  return at;
}

/** Reads beyond the end as zeros, and stands beyond it then. */
class VarintReader {
  bytes: Uint8Array = new Uint8Array();
  at = 0;

  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.bytes[this.at++] ?? 0;
      if (byte < 0x80) return value + byte * scale;
      value += (byte - 0x80) * scale;
    }
  }
}

const reader = new VarintReader();
