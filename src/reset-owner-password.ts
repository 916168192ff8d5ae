// `npm run reset-owner`: programs/reset-owner-password, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run reset-owner');
await import('./programs/reset-owner-password.js');
