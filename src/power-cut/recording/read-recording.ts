// What recorder.c wrote down, in the order in which it happened. A record: eight u32 (kind, process, file, flags, bytes of
// the path, of the other path, of the data, nothing) and a u64 (where, or the size), then the paths and the data;
// little-endian, as the machines that it runs on.

const headBytes = 40;
const emptiedFlag = 1;

interface Written {
  readonly kind: 'written';
  readonly file: string;
  readonly at: number;
  readonly data: Buffer;
}

/** `file` names an open file: a process and its number for it. Paths are in full. */
export type DiskEvent =
  | { readonly kind: 'opened'; readonly file: string; readonly path: string; readonly emptied: boolean }
  | Written
  | { readonly kind: 'truncated'; readonly file: string; readonly size: number }
  | { readonly kind: 'syncBegun'; readonly file: string }
  | { readonly kind: 'synced'; readonly file: string }
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string }
  | { readonly kind: 'unlinked'; readonly path: string }
  | { readonly kind: 'folderMade'; readonly path: string }
  | { readonly kind: 'folderRemoved'; readonly path: string }
  | { readonly kind: 'linked'; readonly path: string; readonly to: string };

/** By the number that the recorder has for each, from 1. */
const kinds = [
  ...['opened', 'written', 'truncated', 'syncBegun', 'synced', 'renamed', 'unlinked'],
  ...['folderMade', 'folderRemoved', 'linked', 'unknown'],
] as DiskEvent['kind'][];

/** Throws where something was done to a file that nobody follows. The bytes are not copied. */
export function readRecording(log: Buffer): DiskEvent[] {
  const events: DiskEvent[] = [];
  for (let at = 0; at < log.length;) {
    const [kind, process, number, flags, pathBytes, otherBytes, dataBytes] = Array.from(
      { length: 7 },
      (_unused, word) => log.readUInt32LE(at + 4 * word),
    ) as [number, number, number, number, number, number, number];
    const position = Number(log.readBigUInt64LE(at + 32));
    const [pathAt, otherAt] = [at + headBytes, at + headBytes + pathBytes];
    const dataAt = otherAt + otherBytes;
    at = dataAt + dataBytes;
    events.push(
      eventOf(kinds[kind - 1], {
        file: `${process}:${number}`,
        emptied: (flags & emptiedFlag) !== 0,
        path: log.toString('utf8', pathAt, otherAt),
        to: log.toString('utf8', otherAt, dataAt),
        data: log.subarray(dataAt, at),
        position,
      }),
    );
  }
  return events;
}

interface Fields {
  readonly file: string;
  readonly emptied: boolean;
  readonly path: string;
  readonly to: string;
  readonly data: Buffer;
  readonly position: number;
}

function eventOf(kind: DiskEvent['kind'] | undefined, fields: Fields): DiskEvent {
  const { file, emptied, path, to, data, position } = fields;
  switch (kind) {
    case 'opened':
      return { kind, file, path, emptied };
    case 'written':
      return { kind, file, at: position, data };
    case 'truncated':
      return { kind, file, size: position };
    case 'syncBegun':
    case 'synced':
      return { kind, file };
    case 'renamed':
    case 'linked':
      return { kind, path, to };
    case 'unlinked':
    case 'folderMade':
    case 'folderRemoved':
      return { kind, path };
    default:
      throw new Error(`the recording has what it cannot follow: ${path} of ${to}`);
  }
}
