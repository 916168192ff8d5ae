import { expect, it } from '@jest/globals';
import * as game from '#adapters/protocol/generated/game.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';

it('requests are what clients send to the game, without the word that says so', () => {
  expect(RequestId).toEqual({
    playerInput: game.playerInputId,
    useSkill: game.useSkillId,
    pickUp: game.pickUpId,
    chat: game.chatRequestId,
    respawn: game.respawnRequestId,
    leave: game.leaveRequestId,
    moveItem: game.moveItemId,
    useItem: game.useItemId,
    buyItem: game.buyItemId,
    sellItem: game.sellItemId,
    buyBackItem: game.buyBackItemId,
    repairItem: game.repairItemId,
    openBank: game.openBankId,
    discardItem: game.discardItemId,
    dropItem: game.dropItemId,
    sendLetter: game.sendLetterId,
    takeFromLetter: game.takeFromLetterId,
    payLetter: game.payLetterId,
    deleteLetter: game.deleteLetterId,
    returnLetter: game.returnLetterId,
    readLetters: game.readLettersId,
    listItem: game.listItemId,
    buyListing: game.buyListingId,
    cancelListing: game.cancelListingId,
    searchMarket: game.searchMarketId,
    tradeInvite: game.tradeInviteId,
    tradeAccept: game.tradeAcceptId,
    tradeOffer: game.tradeOfferId,
    tradeCoins: game.tradeCoinsId,
    tradeConfirm: game.tradeConfirmId,
    tradeCancel: game.tradeCancelId,
  });
});
