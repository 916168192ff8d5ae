// `npm run ledger`: programs/ledger, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run ledger');
await import('./programs/ledger.js');
