// `npm run bots`: programs/bots, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run bots');
await import('./programs/bots.js');
