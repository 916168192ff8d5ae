// Why a message could not be encoded or decoded. All below 0, so that one number is either the new offset or the fault.

export const CodecFault = {
  /** Encoding: the message does not fit behind the offset. */
  noRoom: -1,
  /** A number outside its range, NaN, an unknown enum value, an undefined flag, mask or presence bit. */
  outOfRange: -2,
  /** A string, byte field or array above its cap, or a whole message above its size. */
  tooLong: -3,
  /** Decoding: the message ends before its fields do. */
  truncated: -4,
  /** Decoding: bytes are left over behind the fields. */
  trailing: -5,
  /** Decoding: the first byte is another packet's id. */
  wrongId: -6,
  /** Text that is no well-formed UTF-8; encoding: a lone surrogate. */
  badText: -7,
  /** Decoding: a varint longer than needed, differences no shorter than the values, or padding that is not zero. */
  notCanonical: -8,
  /** Decoding: differences to a baseline that does not hold that group. */
  noBaseline: -9,
} as const;

export type CodecFault = (typeof CodecFault)[keyof typeof CodecFault];

/** For counters and logs: `noRoom` …; `unknown` for any other number. */
export function codecFaultName(fault: number): string {
  for (const [name, code] of Object.entries(CodecFault)) if (code === fault) return name;
  return 'unknown';
}
