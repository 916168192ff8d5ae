// `npm run game-server`: programs/game-server, behind a look at Node, since an older one could not even read it.

import { requireNode } from './process/require-node.js';

requireNode('npm run game-server');
await import('./programs/game-server.js');
