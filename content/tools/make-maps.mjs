// Draws the tileset and the first maps into content/maps: node content/tools/make-maps.mjs
// The maps are ordinary Tiled files; edit them in Tiled, and this only to begin again. It always makes the same files.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawCave } from './cave.mjs';
import { formatMap } from './drawing/map-canvas.mjs';
import { drawMeadow } from './meadow.mjs';
import { makeTileset } from './tiles/tileset.mjs';

const folder = join(import.meta.dirname, '..', 'maps');
const { png, tileset } = makeTileset();
writeFileSync(join(folder, 'terrain.png'), png);
writeFileSync(join(folder, 'terrain.tsj'), `${JSON.stringify(tileset, null, 1)}\n`);
writeFileSync(join(folder, 'meadow.tmj'), formatMap(drawMeadow()));
writeFileSync(join(folder, 'cave.tmj'), formatMap(drawCave()));
