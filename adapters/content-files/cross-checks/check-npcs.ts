// Who can be talked to, and the quests that they give.

import type { Problems } from '../json/content-problem.js';
import { problemsWithin } from '../json/content-problem.js';
import { vendorOfferSchema } from '../generated/record-schemas.js';
import type { NpcRecord, QuestRecord, TrainerRecord, VendorRecord } from '../generated/record-schemas.js';
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

export function checkQuest(record: QuestRecord, problems: Problems, found: FoundRecords): void {
  checkLevelMin(record.levelMin, ['levelMin'], problems, found);
}
