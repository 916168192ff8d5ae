// The protocol's changelog: what clients of before need, under the hash of each schema.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const changelogPath = 'protocol-schema/CHANGELOG.md';

/** Whether a heading is of this protocol hash, in hexadecimal. */
export function namesHash(root: string, protocolHash: string): boolean {
  const text = readFileSync(join(root, changelogPath), 'utf8');
  return text.split('\n').some((line) => line.startsWith('## ') && line.includes(`\`${protocolHash}\``));
}
