// What a rule answers to somebody who asks for something: plain numbers, because creatures ask many times a second and
// nothing may be allocated for the answer.

import type { RefusalReason } from './generated/words.js';

/** The answer when nothing stands against it. */
export const allowed = 0;
export type Verdict = RefusalReason | typeof allowed;
