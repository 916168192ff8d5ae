// What the server does with each request of a player, one entry each: the table that the schema demands. Requests of
// sessions that have no player in the world (any more) are counted and change nothing.

import { queueSteps } from '#domain/body/movement.js';
import { talk } from '#domain/chat/talk.js';
import { answer } from '#domain/intents/answer.js';
import { intendRespawn, intendSkill } from '#domain/intents/intents.js';
import { orderNumbers, placeOrder } from '#domain/orders/orders.js';
import { chooseLoot } from '#domain/loot/roll-for-loot.js';
import { acceptInvitation, refuseInvitation } from '#domain/party/invite.js';
import { kickMember, leaveParty, promoteMember, shareLootBy } from '#domain/party/membership.js';
import { acceptTrade, inviteToTrade } from '#domain/trade/begin-trade.js';
import { cancelTrade, offerCoins, offerStack } from '#domain/trade/offer.js';
import type { OrderRequest } from '#domain/decisions/order-rules.js';
import { noteView } from '#domain/skills/view-lag.js';
import { readLetters } from '../notify/tell-mailbox.js';
import { orderLetter, orderPayment } from './letter-requests.js';
import { inviteByName } from './party-requests.js';
import { reportByName } from './report-requests.js';
import { searchMarket } from './search-market.js';
import { noteRequestRefused } from '#domain/vocabulary/generated/facts.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import type {
  AbandonQuestRequest,
  AcceptQuestRequest,
  BuyBackItemRequest,
  BuyItemRequest,
  ChatRequest,
  DeleteLetterRequest,
  DiscardItemRequest,
  DropItemRequest,
  GameRequests,
  HandInQuestRequest,
  BuyListingRequest,
  CancelListingRequest,
  CraftRequest,
  ListItemRequest,
  LootRollRequest,
  SearchMarketRequest,
  MoveItemRequest,
  OpenBankRequest,
  PartyAcceptRequest,
  PartyDeclineRequest,
  PartyInviteRequest,
  PartyKickRequest,
  PartyLootRequest,
  PartyPromoteRequest,
  PickUpRequest,
  PayLetterRequest,
  PlayerInputRequest,
  RepairItemRequest,
  SellItemRequest,
  ReadLettersRequest,
  ReportPlayerRequest,
  ReturnLetterRequest,
  SendLetterRequest,
  StopCraftingRequest,
  TakeFromLetterRequest,
  TalkToRequest,
  TradeAcceptRequest,
  TradeCancelRequest,
  TradeCoinsRequest,
  TradeConfirmRequest,
  TradeInviteRequest,
  TradeOfferRequest,
  UseItemRequest,
  UseSkillRequest,
} from '#domain/vocabulary/generated/requests.js';
import type { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import type { Verdict } from '#domain/vocabulary/verdict.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';

export class PlayerRequests implements GameRequests {
  /** `tellConcerned`: tells what was written between ticks. */
  constructor(
    private readonly game: Game,
    private readonly tellConcerned: () => void,
  ) {}

  /** Takes over the steps that are new. */
  playerInput(session: number, input: PlayerInputRequest): void {
    const { seats, world, counters } = this.game;
    const row = seats.rowOf(session);
    if (row === 0) {
      counters.strayCommands++;
      return;
    }
    noteView(world.components.player.columns, row, input, world.tick + 1);
    queueSteps(world, row, input);
  }

  useSkill(session: number, { skill, target }: UseSkillRequest): void {
    const row = this.playing(session);
    if (row === 0) return;
    this.answer(row, RequestId.useSkill, intendSkill(this.game.world, row, skill, target));
  }

  pickUp(session: number, { command, loot }: PickUpRequest): void {
    this.order(session, RequestId.pickUp, command, loot);
  }

  moveItem(session: number, { command, from, fromSlot, to, toSlot, units }: MoveItemRequest): void {
    this.order(session, RequestId.moveItem, command, from, fromSlot, to, toSlot, units);
  }

  dropItem(session: number, { command, from, slot, units }: DropItemRequest): void {
    this.order(session, RequestId.dropItem, command, from, slot, units);
  }

  tradeInvite(session: number, { target }: TradeInviteRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.tradeInvite, inviteToTrade(this.game.world, row, target));
  }

  tradeAccept(session: number, { inviter }: TradeAcceptRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.tradeAccept, acceptTrade(this.game.world, row, inviter));
  }

  tradeOffer(session: number, { trade, place, slot, units }: TradeOfferRequest): void {
    const row = this.playing(session);
    if (row === 0) return;
    this.answer(row, RequestId.tradeOffer, offerStack(this.game.world, row, trade, place, slot, units));
  }

  tradeCoins(session: number, { trade, coins }: TradeCoinsRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.tradeCoins, offerCoins(this.game.world, row, trade, coins));
  }

  tradeConfirm(session: number, { command, version }: TradeConfirmRequest): void {
    this.order(session, RequestId.tradeConfirm, command, version);
  }

  tradeCancel(session: number, { trade }: TradeCancelRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.tradeCancel, cancelTrade(this.game.world, row, trade));
  }

  useItem(session: number, { command, from, slot }: UseItemRequest): void {
    this.order(session, RequestId.useItem, command, from, slot);
  }

  buyItem(session: number, { command, vendor, item, units }: BuyItemRequest): void {
    this.order(session, RequestId.buyItem, command, vendor, item, units);
  }

  sellItem(session: number, { command, vendor, slot, units }: SellItemRequest): void {
    this.order(session, RequestId.sellItem, command, vendor, slot, units);
  }

  buyBackItem(session: number, { command, vendor, slot }: BuyBackItemRequest): void {
    this.order(session, RequestId.buyBackItem, command, vendor, slot);
  }

  repairItem(session: number, { command, mender, from, slot }: RepairItemRequest): void {
    this.order(session, RequestId.repairItem, command, mender, from, slot);
  }

  openBank(session: number, { command, banker }: OpenBankRequest): void {
    this.order(session, RequestId.openBank, command, banker);
  }

  discardItem(session: number, { command, from, slot, units }: DiscardItemRequest): void {
    this.order(session, RequestId.discardItem, command, from, slot, units);
  }

  sendLetter(session: number, request: SendLetterRequest): void {
    const row = this.playing(session);
    if (row === 0) return;
    const verdict = orderLetter(this.game, row, request);
    if (verdict !== allowed) this.refuse(row, RequestId.sendLetter, request.command, verdict);
  }

  takeFromLetter(session: number, { command, letter, place }: TakeFromLetterRequest): void {
    this.order(session, RequestId.takeFromLetter, command, letter, place);
  }

  payLetter(session: number, { command, letter, coins }: PayLetterRequest): void {
    const row = this.playing(session);
    if (row === 0) return;
    const verdict = orderPayment(this.game, row, command, letter, coins);
    if (verdict !== allowed) this.refuse(row, RequestId.payLetter, command, verdict);
  }

  deleteLetter(session: number, { command, letter }: DeleteLetterRequest): void {
    this.order(session, RequestId.deleteLetter, command, letter);
  }

  returnLetter(session: number, { command, letter }: ReturnLetterRequest): void {
    this.order(session, RequestId.returnLetter, command, letter);
  }

  readLetters(session: number, { after }: ReadLettersRequest): void {
    const row = this.playing(session);
    if (row !== 0) readLetters(this.game, this.game.seats.at(row)!, after);
  }

  listItem(session: number, { command, slot, units, price }: ListItemRequest): void {
    this.order(session, RequestId.listItem, command, slot, units, price);
  }

  buyListing(session: number, { command, listing, price }: BuyListingRequest): void {
    this.order(session, RequestId.buyListing, command, listing, price);
  }

  cancelListing(session: number, { command, listing }: CancelListingRequest): void {
    this.order(session, RequestId.cancelListing, command, listing);
  }

  craft(session: number, { command, recipe, count }: CraftRequest): void {
    this.order(session, RequestId.craft, command, recipe, count);
  }

  stopCrafting(session: number, { command }: StopCraftingRequest): void {
    this.order(session, RequestId.stopCrafting, command);
  }

  searchMarket(session: number, { item, after }: SearchMarketRequest): void {
    const row = this.playing(session);
    if (row !== 0) searchMarket(this.game, session, row, item, after);
  }

  acceptQuest(session: number, { command, npc, quest }: AcceptQuestRequest): void {
    this.order(session, RequestId.acceptQuest, command, npc, quest);
  }

  abandonQuest(session: number, { command, quest }: AbandonQuestRequest): void {
    this.order(session, RequestId.abandonQuest, command, quest);
  }

  handInQuest(session: number, { command, npc, quest, stage, outcome }: HandInQuestRequest): void {
    this.order(session, RequestId.handInQuest, command, npc, quest, stage, outcome);
  }

  talkTo(session: number, { command, npc }: TalkToRequest): void {
    this.order(session, RequestId.talkTo, command, npc);
  }

  partyInvite(session: number, { name }: PartyInviteRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.partyInvite, inviteByName(this.game, row, name));
  }

  partyAccept(session: number, { invitation }: PartyAcceptRequest): void {
    const row = this.playing(session);
    if (row !== 0)
      this.answer(row, RequestId.partyAccept, acceptInvitation(this.game.world, row, invitation));
  }

  partyDecline(session: number, { invitation }: PartyDeclineRequest): void {
    const row = this.playing(session);
    if (row !== 0)
      this.answer(row, RequestId.partyDecline, refuseInvitation(this.game.world, row, invitation));
  }

  partyLeave(session: number): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.partyLeave, leaveParty(this.game.world, row));
  }

  partyKick(session: number, { member }: PartyKickRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.partyKick, kickMember(this.game.world, row, member));
  }

  partyPromote(session: number, { member }: PartyPromoteRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.partyPromote, promoteMember(this.game.world, row, member));
  }

  partyLoot(session: number, { mode }: PartyLootRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.partyLoot, shareLootBy(this.game.world, row, mode));
  }

  lootRoll(session: number, { roll, choice }: LootRollRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.lootRoll, chooseLoot(this.game.world, row, roll, choice));
  }

  chat(session: number, { scope, text }: ChatRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.chat, talk(this.game.world, row, scope, text));
  }

  reportPlayer(session: number, request: ReportPlayerRequest): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.reportPlayer, reportByName(this.game, row, request));
  }

  respawn(session: number): void {
    const row = this.playing(session);
    if (row !== 0) this.answer(row, RequestId.respawn, intendRespawn(this.game.world, row));
  }

  /** Decided in the next tick; the numbers as the order's rule knows them. */
  private order(
    session: number,
    request: OrderRequest,
    command: number,
    first = 0,
    second = 0,
    third = 0,
    fourth = 0,
    fifth = 0,
  ): void {
    const row = this.playing(session);
    if (row === 0) return;
    const { world } = this.game;
    const verdict = placeOrder(world, row, request, command);
    if (verdict === allowed) {
      const { numbers, count } = world.tables.orders;
      const at = (count - 1) * orderNumbers;
      numbers[at] = first;
      numbers[at + 1] = second;
      numbers[at + 2] = third;
      numbers[at + 3] = fourth;
      numbers[at + 4] = fifth;
    } else this.refuse(row, request, command, verdict);
  }

  private refuse(row: number, request: RequestId, command: number, reason: RefusalReason): void {
    const { world } = this.game;
    noteRequestRefused(world.facts, world.idAt(row), request, command, reason);
    this.tellConcerned();
  }

  /** A refusal, and what was said, is told at once. */
  private answer(row: number, request: RequestId, verdict: Verdict): void {
    answer(this.game.world, row, request, verdict);
    this.tellConcerned();
  }

  /** The row of its player, 0 for a session that plays nobody. */
  private playing(session: number): number {
    const seat = this.game.seats.find(session);
    if (seat?.state === SeatState.playing) return seat.row;
    this.game.counters.strayCommands++;
    return 0;
  }
}
