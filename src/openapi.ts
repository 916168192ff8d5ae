// `npm run build`: programs/openapi, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run build');
await import('./programs/openapi.js');
