// The ciphers that are compared, in the order of the table.

export const cipherNames = ['wasm, in place', 'wasm', 'sodium-native', 'node:crypto', 'noble'] as const;

export type CipherName = (typeof cipherNames)[number];
