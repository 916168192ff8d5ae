// `npm run power-cut`: programs/power-cut, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run power-cut');
await import('./programs/power-cut.js');
