// Eight bytes through which generated codecs turn doubles into bytes and back, little-endian on every machine.
// Shared: a codec fills and empties it without anything in between.

const memory = new ArrayBuffer(8);

export const floatView = new DataView(memory);
export const floatBytes = new Uint8Array(memory);
