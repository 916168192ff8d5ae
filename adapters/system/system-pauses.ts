// Waiting by Node's timers.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Pauses } from '#ports/system/pauses.js';

export const systemPauses: Pauses = {
  pause: (ms) => sleep(ms),
  deadline: (ms) => sleep(ms, undefined, { ref: false }),
  giveUpAfter: (ms) => AbortSignal.timeout(ms),
};
