// `npm run fuzz`: programs/fuzz, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run fuzz');
await import('./programs/fuzz.js');
