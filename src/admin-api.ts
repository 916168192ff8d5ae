// `npm run admin-api`: programs/admin-api, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run admin-api');
await import('./programs/admin-api.js');
