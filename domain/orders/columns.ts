// Which requests of a character were done.

import { lanes } from '../engine/ecs/columns.js';
import type { ComponentsFrom } from '../engine/ecs/layouts.js';
import { doneCommandsMax } from './done-commands.js';

export const orderColumns = {
  commands: {
    /** Keys of requests that were done, 0 for none, each in the lane that it leaves when divided by their number. */
    done: lanes('u32', doneCommandsMax),
    highest: 'u32',
  },
} as const;

declare module '../engine/registry.js' {
  interface Components extends ComponentsFrom<typeof orderColumns> {}
}
