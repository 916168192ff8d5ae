// `npm start`: programs/start, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm start');
await import('./programs/start.js');
