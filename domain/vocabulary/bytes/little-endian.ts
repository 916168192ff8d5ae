// Numbers as bytes, little-endian on every machine, without a view for each: what journals are written in. Reading and
// writing allocates nothing; the caller has looked whether there is room.

const floatView = new DataView(new ArrayBuffer(8));
const floatBytes = new Uint8Array(floatView.buffer);

export function putU16(out: Uint8Array, at: number, value: number): void {
  out[at] = value;
  out[at + 1] = value >>> 8;
}

export function putU32(out: Uint8Array, at: number, value: number): void {
  out[at] = value;
  out[at + 1] = value >>> 8;
  out[at + 2] = value >>> 16;
  out[at + 3] = value >>> 24;
}

export function putF32(out: Uint8Array, at: number, value: number): void {
  floatView.setFloat32(0, value, true);
  for (let i = 0; i < 4; i++) out[at + i] = floatBytes[i]!;
}

export function putF64(out: Uint8Array, at: number, value: number): void {
  floatView.setFloat64(0, value, true);
  for (let i = 0; i < 8; i++) out[at + i] = floatBytes[i]!;
}

export function u16At(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}

export function u32At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

export function f32At(bytes: Uint8Array, at: number): number {
  for (let i = 0; i < 4; i++) floatBytes[i] = bytes[at + i]!;
  return floatView.getFloat32(0, true);
}

export function f64At(bytes: Uint8Array, at: number): number {
  for (let i = 0; i < 8; i++) floatBytes[i] = bytes[at + i]!;
  return floatView.getFloat64(0, true);
}
