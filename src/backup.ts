// `npm run backup`: programs/backup, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run backup');
await import('./programs/backup.js');
