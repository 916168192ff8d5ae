// `npm run simulate`: programs/simulate, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run simulate');
await import('./programs/simulate.js');
