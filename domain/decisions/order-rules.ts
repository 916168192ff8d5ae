// Every order and who carries it out.

import { dropItem } from '../loot/drop-item.js';
import { buyBackItem } from '../vendors/buy-back-item.js';
import { buyItem } from '../vendors/buy-item.js';
import { openBank } from '../bank/open-bank.js';
import { repairItem } from '../vendors/repair-item.js';
import { sellItem } from '../vendors/sell-item.js';
import { discardItem } from '../inventory/discard-item.js';
import { moveItem } from '../holders/move-item.js';
import { pickUp } from '../loot/pick-up.js';
import { confirmTrade } from '../trade/confirm-trade.js';
import { craft, stopCrafting } from '../crafting/craft.js';
import { useItem } from '../consumables/use-item.js';
import { deleteLetter, payLetter, returnLetter, takeFromLetter } from '../mail/open-letter.js';
import { sendLetter } from '../mail/send-letter.js';
import { buyListing, cancelListing, listItem } from '../market/trade-on-market.js';
import { abandonQuest } from '../quests/abandon-quest.js';
import { acceptQuest } from '../quests/accept-quest.js';
import { handInQuest } from '../quests/hand-in-quest.js';
import { talkTo } from '../quests/talk-to.js';
import { RequestId } from '../vocabulary/generated/requests.js';

export const orderRules = {
  [RequestId.pickUp]: pickUp,
  [RequestId.moveItem]: moveItem,
  [RequestId.dropItem]: dropItem,
  [RequestId.tradeConfirm]: confirmTrade,
  [RequestId.useItem]: useItem,
  [RequestId.buyItem]: buyItem,
  [RequestId.sellItem]: sellItem,
  [RequestId.buyBackItem]: buyBackItem,
  [RequestId.repairItem]: repairItem,
  [RequestId.openBank]: openBank,
  [RequestId.discardItem]: discardItem,
  [RequestId.sendLetter]: sendLetter,
  [RequestId.takeFromLetter]: takeFromLetter,
  [RequestId.payLetter]: payLetter,
  [RequestId.deleteLetter]: deleteLetter,
  [RequestId.returnLetter]: returnLetter,
  [RequestId.listItem]: listItem,
  [RequestId.buyListing]: buyListing,
  [RequestId.cancelListing]: cancelListing,
  [RequestId.craft]: craft,
  [RequestId.stopCrafting]: stopCrafting,
  [RequestId.acceptQuest]: acceptQuest,
  [RequestId.abandonQuest]: abandonQuest,
  [RequestId.handInQuest]: handInQuest,
  [RequestId.talkTo]: talkTo,
} as const;

export type OrderRequest = keyof typeof orderRules;
