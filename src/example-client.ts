// `npm run example`: programs/example-client, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run example');
await import('./programs/example-client.js');
