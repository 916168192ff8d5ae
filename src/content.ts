// `npm run content`: programs/content, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run content');
await import('./programs/content.js');
