// `npm run crash`: programs/crash, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run crash');
await import('./programs/crash.js');
