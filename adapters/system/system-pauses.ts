// Waiting by Node's timers.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Patience, Pauses } from '#ports/system/pauses.js';

export const systemPauses: Pauses & Patience = {
  pause: (ms) => sleep(ms),
  deadline: (ms) => sleep(ms, undefined, { ref: false }),
  giveUpAfter: (ms) => AbortSignal.timeout(ms),
};
