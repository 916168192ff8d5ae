// Columns: one typed array per field of a component, indexed by row, over memory that the caller chooses
// (shared between threads or not). A field may have several lanes: lane k of row p is at p * lanes + k.

export type ColumnType = 'u8' | 'i8' | 'u16' | 'i16' | 'u32' | 'i32' | 'f64';

export interface Lanes<T extends ColumnType = ColumnType> {
  readonly type: T;
  /** Elements for each row, at least 1. */
  readonly lanes: number;
}

export type ColumnLayout = Readonly<Record<string, ColumnType | Lanes>>;

export interface ColumnArrays {
  u8: Uint8Array;
  i8: Int8Array;
  u16: Uint16Array;
  i16: Int16Array;
  u32: Uint32Array;
  i32: Int32Array;
  f64: Float64Array;
}

export type AnyColumn = ColumnArrays[ColumnType];

export type Columns<L extends ColumnLayout> = {
  readonly [K in keyof L]: L[K] extends Lanes<infer T>
    ? ColumnArrays[T]
    : L[K] extends ColumnType
      ? ColumnArrays[L[K]]
      : never;
};

/** Where columns lie. Memory must come zeroed. */
export interface ColumnMemory {
  allocate(bytes: number): ArrayBuffer | SharedArrayBuffer;
}

export const localMemory: ColumnMemory = { allocate: (bytes) => new ArrayBuffer(bytes) };
export const sharedMemory: ColumnMemory = { allocate: (bytes) => new SharedArrayBuffer(bytes) };

const bytesPerElement = { u8: 1, i8: 1, u16: 2, i16: 2, u32: 4, i32: 4, f64: 8 } as const;

export function lanes<T extends ColumnType>(type: T, count: number): Lanes<T> {
  return { type, lanes: count };
}

export function lanesOf(field: ColumnType | Lanes): number {
  return typeof field === 'string' ? 1 : field.lanes;
}

export function createColumn(memory: ColumnMemory, field: ColumnType | Lanes, rows: number): AnyColumn {
  const type = typeof field === 'string' ? field : field.type;
  const length = rows * lanesOf(field);
  const buffer = memory.allocate(length * bytesPerElement[type]);
  switch (type) {
    case 'u8':
      return new Uint8Array(buffer, 0, length);
    case 'i8':
      return new Int8Array(buffer, 0, length);
    case 'u16':
      return new Uint16Array(buffer, 0, length);
    case 'i16':
      return new Int16Array(buffer, 0, length);
    case 'u32':
      return new Uint32Array(buffer, 0, length);
    case 'i32':
      return new Int32Array(buffer, 0, length);
    case 'f64':
      return new Float64Array(buffer, 0, length);
  }
}
