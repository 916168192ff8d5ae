// Whom operators have taken the right to talk.

import type { ComponentsFrom } from '../engine/ecs/layouts.js';

export const chatColumns = {
  muted: {
    /** Seconds since 1970, as the calendar counts them; 0 for good. */
    untilSeconds: 'f64',
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof chatColumns> {}
}
