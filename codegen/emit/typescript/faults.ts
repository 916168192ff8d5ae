// Why a codec refuses, as numbers in the code: looking each up in the CodecFault object made an input's encoder too long to
// be inlined (V8 takes 460 bytes of bytecode), which cost a fifth of its time.

/** As in adapters/protocol/codec/codec-fault.ts, which a test compares. */
export const faultCodes = {
  noRoom: -1,
  outOfRange: -2,
  tooLong: -3,
  truncated: -4,
  trailing: -5,
  wrongId: -6,
  badText: -7,
  notCanonical: -8,
  noBaseline: -9,
} as const;
export type FaultName = keyof typeof faultCodes;

/** The number, with its name before it for the reader. */
export function fault(name: FaultName): string {
  return `/* ${name} */ ${faultCodes[name]}`;
}

export function refuse(condition: string, name: FaultName): string {
  return `if (${condition}) return ${fault(name)};`;
}
