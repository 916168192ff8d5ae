// Who can be talked to.

import type { MapDefinition } from '#domain/content/map-definition.js';
import type { Problems } from '../json/content-problem.js';
import { problemsWithin } from '../json/content-problem.js';
import { vendorOfferSchema } from '../generated/record-schemas.js';
import type { NpcRecord, TrainerRecord, VendorRecord } from '../generated/record-schemas.js';
import type { RecordFile } from '../records/read-records.js';
import { checkLevelMin, type FoundRecords } from './found-records.js';

/** What it is when nothing is said of it. */
const restockOtherwise = vendorOfferSchema.shape.restockSeconds.parse(undefined);

export function checkNpc({ services = [] }: NpcRecord, problems: Problems, found: FoundRecords): void {
  services.forEach((service, i) => {
    const within = problemsWithin(problems, ['services', i]);
    if (service.kind === 'vendor') checkVendor(service, within, found);
    if (service.kind === 'trainer') checkTrainer(service, within, found);
  });
}

function checkVendor({ sells }: VendorRecord, problems: Problems, { items }: FoundRecords): void {
  sells.forEach(({ item, stock, restockSeconds }, i) => {
    if (stock === 0 && restockSeconds !== restockOtherwise)
      problems.add(
        ['sells', i, 'restockSeconds'],
        `is ${restockSeconds} for what there is no end of`,
        'nothing, or a stock',
      );
    if (items.get(item)?.priceCoins === 0)
      problems.add(['sells', i, 'item'], `'${item}' is worth nothing`, 'something with a priceCoins');
  });
}

function checkTrainer({ lessons }: TrainerRecord, problems: Problems, found: FoundRecords): void {
  lessons.forEach(({ levelMin }, i) => {
    checkLevelMin(levelMin, ['lessons', i, 'levelMin'], problems, found);
  });
}

/** `maps`: all that there are, without faults. Whoever stands on none could never be talked to. */
export function checkWhereNpcsStand(
  npcs: RecordFile<NpcRecord>,
  maps: readonly { readonly definition: Pick<MapDefinition, 'npcPlaces'> }[],
): void {
  const placed = new Set(maps.flatMap(({ definition }) => definition.npcPlaces.map(({ npc }) => npc)));
  for (const { record, index } of npcs.records)
    if (!placed.has(record.id))
      npcs.problems.add(
        [index, 'key'],
        `is '${record.key}', who stands on no map`,
        'somebody whom a point of the class npc on a map names',
      );
}
