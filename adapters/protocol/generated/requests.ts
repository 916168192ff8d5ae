// Generated from protocol-schema by `npm run codegen`; changes here are lost.
// Requests of clients: whose each is, their readers, and how a client makes them. Each request is decoded once, by the
// side that answers it.

import {
  AbandonQuest,
  AcceptQuest,
  BuyBackItem,
  BuyItem,
  BuyListing,
  CancelListing,
  ChatRequest,
  Craft,
  DeleteLetter,
  DiscardItem,
  DropItem,
  HandInQuest,
  LeaveRequest,
  ListItem,
  LootRoll,
  MoveItem,
  OpenBank,
  PartyAccept,
  PartyDecline,
  PartyInvite,
  PartyKick,
  PartyLeave,
  PartyLoot,
  PartyPromote,
  PayLetter,
  PickUp,
  PlayerInput,
  ReadLetters,
  RepairItem,
  ReportPlayer,
  RespawnRequest,
  ReturnLetter,
  SearchMarket,
  SellItem,
  SendLetter,
  StopCrafting,
  TakeFromLetter,
  TalkTo,
  TradeAccept,
  TradeCancel,
  TradeCoins,
  TradeConfirm,
  TradeInvite,
  TradeOffer,
  UseItem,
  UseSkill,
  abandonQuestId,
  abandonQuestSizeMax,
  acceptQuestId,
  acceptQuestSizeMax,
  buyBackItemId,
  buyBackItemSizeMax,
  buyItemId,
  buyItemSizeMax,
  buyListingId,
  buyListingSizeMax,
  cancelListingId,
  cancelListingSizeMax,
  chatRequestId,
  chatRequestSizeMax,
  craftId,
  craftSizeMax,
  decodeAbandonQuest,
  decodeAcceptQuest,
  decodeBuyBackItem,
  decodeBuyItem,
  decodeBuyListing,
  decodeCancelListing,
  decodeChatRequest,
  decodeCraft,
  decodeDeleteLetter,
  decodeDiscardItem,
  decodeDropItem,
  decodeHandInQuest,
  decodeLeaveRequest,
  decodeListItem,
  decodeLootRoll,
  decodeMoveItem,
  decodeOpenBank,
  decodePartyAccept,
  decodePartyDecline,
  decodePartyInvite,
  decodePartyKick,
  decodePartyLeave,
  decodePartyLoot,
  decodePartyPromote,
  decodePayLetter,
  decodePickUp,
  decodePlayerInput,
  decodeReadLetters,
  decodeRepairItem,
  decodeReportPlayer,
  decodeRespawnRequest,
  decodeReturnLetter,
  decodeSearchMarket,
  decodeSellItem,
  decodeSendLetter,
  decodeStopCrafting,
  decodeTakeFromLetter,
  decodeTalkTo,
  decodeTradeAccept,
  decodeTradeCancel,
  decodeTradeCoins,
  decodeTradeConfirm,
  decodeTradeInvite,
  decodeTradeOffer,
  decodeUseItem,
  decodeUseSkill,
  deleteLetterId,
  deleteLetterSizeMax,
  discardItemId,
  discardItemSizeMax,
  dropItemId,
  dropItemSizeMax,
  encodeAbandonQuest,
  encodeAcceptQuest,
  encodeBuyBackItem,
  encodeBuyItem,
  encodeBuyListing,
  encodeCancelListing,
  encodeChatRequest,
  encodeCraft,
  encodeDeleteLetter,
  encodeDiscardItem,
  encodeDropItem,
  encodeHandInQuest,
  encodeLeaveRequest,
  encodeListItem,
  encodeLootRoll,
  encodeMoveItem,
  encodeOpenBank,
  encodePartyAccept,
  encodePartyDecline,
  encodePartyInvite,
  encodePartyKick,
  encodePartyLeave,
  encodePartyLoot,
  encodePartyPromote,
  encodePayLetter,
  encodePickUp,
  encodeReadLetters,
  encodeRepairItem,
  encodeReportPlayer,
  encodeRespawnRequest,
  encodeReturnLetter,
  encodeSearchMarket,
  encodeSellItem,
  encodeStopCrafting,
  encodeTakeFromLetter,
  encodeTalkTo,
  encodeTradeAccept,
  encodeTradeCancel,
  encodeTradeCoins,
  encodeTradeConfirm,
  encodeTradeInvite,
  encodeTradeOffer,
  encodeUseItem,
  encodeUseSkill,
  handInQuestId,
  handInQuestSizeMax,
  leaveRequestId,
  leaveRequestSizeMax,
  listItemId,
  listItemSizeMax,
  lootRollId,
  lootRollSizeMax,
  moveItemId,
  moveItemSizeMax,
  openBankId,
  openBankSizeMax,
  partyAcceptId,
  partyAcceptSizeMax,
  partyDeclineId,
  partyDeclineSizeMax,
  partyInviteId,
  partyInviteSizeMax,
  partyKickId,
  partyKickSizeMax,
  partyLeaveId,
  partyLeaveSizeMax,
  partyLootId,
  partyLootSizeMax,
  partyPromoteId,
  partyPromoteSizeMax,
  payLetterId,
  payLetterSizeMax,
  pickUpId,
  pickUpSizeMax,
  playerInputId,
  readLettersId,
  readLettersSizeMax,
  repairItemId,
  repairItemSizeMax,
  reportPlayerId,
  reportPlayerSizeMax,
  respawnRequestId,
  respawnRequestSizeMax,
  returnLetterId,
  returnLetterSizeMax,
  searchMarketId,
  searchMarketSizeMax,
  sellItemId,
  sellItemSizeMax,
  sendLetterId,
  stopCraftingId,
  stopCraftingSizeMax,
  takeFromLetterId,
  takeFromLetterSizeMax,
  talkToId,
  talkToSizeMax,
  tradeAcceptId,
  tradeAcceptSizeMax,
  tradeCancelId,
  tradeCancelSizeMax,
  tradeCoinsId,
  tradeCoinsSizeMax,
  tradeConfirmId,
  tradeConfirmSizeMax,
  tradeInviteId,
  tradeInviteSizeMax,
  tradeOfferId,
  tradeOfferSizeMax,
  type ChatScope,
  type HolderKind,
  type LootChoice,
  type PartyLootMode,
  type ReportReason,
  useItemId,
  useItemSizeMax,
  useSkillId,
  useSkillSizeMax,
} from './game.js';

/** By id: 1 for what the rules answer, once the player stands in the world (`state playing`). */
export const isGameRequest = new Uint8Array(256);
for (const id of [
  playerInputId,
  useSkillId,
  pickUpId,
  chatRequestId,
  respawnRequestId,
  moveItemId,
  dropItemId,
  useItemId,
  discardItemId,
  buyItemId,
  sellItemId,
  buyBackItemId,
  repairItemId,
  openBankId,
  craftId,
  stopCraftingId,
  tradeInviteId,
  tradeAcceptId,
  tradeOfferId,
  tradeCoinsId,
  tradeConfirmId,
  tradeCancelId,
  sendLetterId,
  takeFromLetterId,
  payLetterId,
  deleteLetterId,
  returnLetterId,
  readLettersId,
  listItemId,
  buyListingId,
  cancelListingId,
  searchMarketId,
  acceptQuestId,
  abandonQuestId,
  handInQuestId,
  talkToId,
  partyInviteId,
  partyAcceptId,
  partyDeclineId,
  partyLeaveId,
  partyKickId,
  partyPromoteId,
  partyLootId,
  lootRollId,
  reportPlayerId,
])
  isGameRequest[id] = 1;

/** Ids of the packets by the names under which a client asks: by them a refusal names what was refused. */
export const requestIds = {
  playerInput: playerInputId,
  useSkill: useSkillId,
  pickUp: pickUpId,
  chat: chatRequestId,
  respawn: respawnRequestId,
  leave: leaveRequestId,
  moveItem: moveItemId,
  dropItem: dropItemId,
  useItem: useItemId,
  discardItem: discardItemId,
  buyItem: buyItemId,
  sellItem: sellItemId,
  buyBackItem: buyBackItemId,
  repairItem: repairItemId,
  openBank: openBankId,
  craft: craftId,
  stopCrafting: stopCraftingId,
  tradeInvite: tradeInviteId,
  tradeAccept: tradeAcceptId,
  tradeOffer: tradeOfferId,
  tradeCoins: tradeCoinsId,
  tradeConfirm: tradeConfirmId,
  tradeCancel: tradeCancelId,
  sendLetter: sendLetterId,
  takeFromLetter: takeFromLetterId,
  payLetter: payLetterId,
  deleteLetter: deleteLetterId,
  returnLetter: returnLetterId,
  readLetters: readLettersId,
  listItem: listItemId,
  buyListing: buyListingId,
  cancelListing: cancelListingId,
  searchMarket: searchMarketId,
  acceptQuest: acceptQuestId,
  abandonQuest: abandonQuestId,
  handInQuest: handInQuestId,
  talkTo: talkToId,
  partyInvite: partyInviteId,
  partyAccept: partyAcceptId,
  partyDecline: partyDeclineId,
  partyLeave: partyLeaveId,
  partyKick: partyKickId,
  partyPromote: partyPromoteId,
  partyLoot: partyLootId,
  lootRoll: lootRollId,
  reportPlayer: reportPlayerId,
} as const;

/**
 * What the rules answer; `session` is its number.
 * The request is reused after the call.
 */
export interface GameRequestHandlers {
  /** Movement, newest step last. Carrying earlier steps again costs little and spares a resend. */
  playerInput(session: number, request: PlayerInput): void;
  /** Uses a skill, at once or not at all. */
  useSkill(session: number, request: UseSkill): void;
  /**
   * Takes an item from the ground. Like all requests with a command it is done once: asked again under the same number, also
   * by a later session of the character, it is answered and not done again.
   */
  pickUp(session: number, request: PickUp): void;
  /** Says something. */
  chat(session: number, request: ChatRequest): void;
  /** A dead player asks to stand up at the bind point. */
  respawn(session: number): void;
  /**
   * Puts a stack, or a part of it, into another slot: an empty one, one with more of the same, or, for a whole stack, one with
   * something else, which comes back in exchange. From the bag to `equipment` it is put on, where its kind is worn; the slots
   * there are those of EquipSlot in the content.
   */
  moveItem(session: number, request: MoveItem): void;
  /** Lays items on the ground, where anybody can take them. */
  dropItem(session: number, request: DropItem): void;
  /** Consumes one of a stack, for the health and mana that it gives. */
  useItem(session: number, request: UseItem): void;
  /** Throws items away for ever. */
  discardItem(session: number, request: DiscardItem): void;
  /** Buys from a vendor who is near enough to talk to. All of it or nothing. */
  buyItem(session: number, request: BuyItem): void;
  /** Sells to a vendor, who keeps the last 8 stacks for buying back. */
  sellItem(session: number, request: SellItem): void;
  /**
   * Buys back what was sold, the whole stack, from any vendor, for as much as the most generous one may have paid.
   */
  buyBackItem(session: number, request: BuyBackItem): void;
  /** Has somebody mend what is worn, or worn out. */
  repairItem(session: number, request: RepairItem): void;
  /**
   * Asks a banker what lies in the own bank. CommandConfirmed comes, and behind it InventorySlot for each slot that is not
   * empty. What changes later is told without being asked. Near a banker MoveItem moves between bag and bank.
   */
  openBank(session: number, request: OpenBank): void;
  /**
   * Begins to make something. Nothing is taken before a piece is finished, and then all at once with what comes of it: whatever
   * ends the work before costs nothing. Confirmed when it begins; pieces of which nothing was told when a server ended are not
   * made. Ends by StopCrafting, by going away, by a fight, by death.
   */
  craft(session: number, request: Craft): void;
  /** Makes nothing more. The piece under way costs nothing. */
  stopCrafting(session: number, request: StopCrafting): void;
  /**
   * Asks another player to trade. The other has 30 s to accept; it cannot decline, the invitation lapses. A new one takes the place
   * of the one before.
   */
  tradeInvite(session: number, request: TradeInvite): void;
  /** Takes up the invitation of another player. */
  tradeAccept(session: number, request: TradeAccept): void;
  /**
   * Puts a stack of the bag, or a part of it, on the table of a trade, or takes back what lay there. It stays in the bag.
   */
  tradeOffer(session: number, request: TradeOffer): void;
  /** Puts coins on the table instead of those that lay there. They stay in the purse. */
  tradeCoins(session: number, request: TradeCoins): void;
  /**
   * Agrees to what lies on the table. When both have agreed to the same, all of it changes hands at once. CommandConfirmed says
   * that the player has agreed; that all changed hands says TradeEnded.
   */
  tradeConfirm(session: number, request: TradeConfirm): void;
  /** Leaves a trade, or takes back the own invitation. */
  tradeCancel(session: number, request: TradeCancel): void;
  /**
   * Sends a letter to a character, who need not be in the world. Costs postage, see the content's rules.
   */
  sendLetter(session: number, request: SendLetter): void;
  /** Takes what a letter encloses. */
  takeFromLetter(session: number, request: TakeFromLetter): void;
  /**
   * Pays what a letter asks for. The coins go to its sender by letter, and then its stacks can be taken.
   */
  payLetter(session: number, request: PayLetter): void;
  /** Throws an empty letter away. */
  deleteLetter(session: number, request: DeleteLetter): void;
  /** Sends a letter back to who sent it, with all that it encloses and without being paid. */
  returnLetter(session: number, request: ReturnLetter): void;
  /** Asks for the own letters. */
  readLetters(session: number, request: ReadLetters): void;
  /**
   * Puts a stack of the bag, or a part of it, on the market. Costs a share of the price, see the content's rules.
   */
  listItem(session: number, request: ListItem): void;
  /** Buys all of a listing. */
  buyListing(session: number, request: BuyListing): void;
  /**
   * Takes an own listing from the market; its stack comes into the bag, or by letter when it has no room there.
   */
  cancelListing(session: number, request: CancelListing): void;
  /** Asks what is on the market. */
  searchMarket(session: number, request: SearchMarket): void;
  /** Takes on a quest that an npc within reach offers. */
  acceptQuest(session: number, request: AcceptQuest): void;
  /** Gives up a quest. What is done of it is gone, and what lies in the bag for it alone. */
  abandonQuest(session: number, request: AbandonQuest): void;
  /**
   * Ends a stage of a quest whose objectives are all done: what it collected is handed in, and what it gives comes, all of it or
   * nothing.
   */
  handInQuest(session: number, request: HandInQuest): void;
  /** Talks with an npc within reach. CommandConfirmed comes, and behind it QuestOffers. */
  talkTo(session: number, request: TalkTo): void;
  /**
   * Invites another player into a party: into that of who invites, who has to lead it, or into a new one. The other may be on any
   * map, and has as long as PartyInvited says to accept. Who declined is not asked again by the same player within that time.
   */
  partyInvite(session: number, request: PartyInvite): void;
  /** Takes up an invitation. */
  partyAccept(session: number, request: PartyAccept): void;
  /** Turns an invitation down. */
  partyDecline(session: number, request: PartyDecline): void;
  /** Leaves the party. */
  partyLeave(session: number): void;
  /** The leader puts a member out of the party. */
  partyKick(session: number, request: PartyKick): void;
  /** The leader has somebody else lead. */
  partyPromote(session: number, request: PartyPromote): void;
  /**
   * The leader decides how loot is shared: of creatures that the party strikes for the first time from then on.
   */
  partyLoot(session: number, request: PartyLoot): void;
  /** Says once what the player wants of something that is rolled for. */
  lootRoll(session: number, request: LootRoll): void;
  /**
   * Tells the operators of another player, who may be away, and does not hear of it. What either of the two said in the last ten
   * minutes, and where both stand, goes with it. Answered with ReportTaken when it is stored. One player may be reported by
   * the same once an hour, and ten be reported a day.
   */
  reportPlayer(session: number, request: ReportPlayer): void;
}

export class GameRequestReader {
  private readonly playerInput = new PlayerInput();
  private readonly useSkill = new UseSkill();
  private readonly pickUp = new PickUp();
  private readonly chatRequest = new ChatRequest();
  private readonly respawnRequest = new RespawnRequest();
  private readonly moveItem = new MoveItem();
  private readonly dropItem = new DropItem();
  private readonly useItem = new UseItem();
  private readonly discardItem = new DiscardItem();
  private readonly buyItem = new BuyItem();
  private readonly sellItem = new SellItem();
  private readonly buyBackItem = new BuyBackItem();
  private readonly repairItem = new RepairItem();
  private readonly openBank = new OpenBank();
  private readonly craft = new Craft();
  private readonly stopCrafting = new StopCrafting();
  private readonly tradeInvite = new TradeInvite();
  private readonly tradeAccept = new TradeAccept();
  private readonly tradeOffer = new TradeOffer();
  private readonly tradeCoins = new TradeCoins();
  private readonly tradeConfirm = new TradeConfirm();
  private readonly tradeCancel = new TradeCancel();
  private readonly sendLetter = new SendLetter();
  private readonly takeFromLetter = new TakeFromLetter();
  private readonly payLetter = new PayLetter();
  private readonly deleteLetter = new DeleteLetter();
  private readonly returnLetter = new ReturnLetter();
  private readonly readLetters = new ReadLetters();
  private readonly listItem = new ListItem();
  private readonly buyListing = new BuyListing();
  private readonly cancelListing = new CancelListing();
  private readonly searchMarket = new SearchMarket();
  private readonly acceptQuest = new AcceptQuest();
  private readonly abandonQuest = new AbandonQuest();
  private readonly handInQuest = new HandInQuest();
  private readonly talkTo = new TalkTo();
  private readonly partyInvite = new PartyInvite();
  private readonly partyAccept = new PartyAccept();
  private readonly partyDecline = new PartyDecline();
  private readonly partyLeave = new PartyLeave();
  private readonly partyKick = new PartyKick();
  private readonly partyPromote = new PartyPromote();
  private readonly partyLoot = new PartyLoot();
  private readonly lootRoll = new LootRoll();
  private readonly reportPlayer = new ReportPlayer();

  constructor(private readonly handlers: GameRequestHandlers) {}

  /** False, and nobody was called, when it is none of these or does not decode to its last byte. */
  read(session: number, data: Uint8Array, at: number, end: number): boolean {
    switch (data[at]) {
      case playerInputId:
        if (decodePlayerInput(this.playerInput, data, at, end) < 0) return false;
        this.handlers.playerInput(session, this.playerInput);
        return true;
      case useSkillId:
        if (decodeUseSkill(this.useSkill, data, at, end) < 0) return false;
        this.handlers.useSkill(session, this.useSkill);
        return true;
      case pickUpId:
        if (decodePickUp(this.pickUp, data, at, end) < 0) return false;
        this.handlers.pickUp(session, this.pickUp);
        return true;
      case chatRequestId:
        if (decodeChatRequest(this.chatRequest, data, at, end) < 0) return false;
        this.handlers.chat(session, this.chatRequest);
        return true;
      case respawnRequestId:
        if (decodeRespawnRequest(this.respawnRequest, data, at, end) < 0) return false;
        this.handlers.respawn(session);
        return true;
      case moveItemId:
        if (decodeMoveItem(this.moveItem, data, at, end) < 0) return false;
        this.handlers.moveItem(session, this.moveItem);
        return true;
      case dropItemId:
        if (decodeDropItem(this.dropItem, data, at, end) < 0) return false;
        this.handlers.dropItem(session, this.dropItem);
        return true;
      case useItemId:
        if (decodeUseItem(this.useItem, data, at, end) < 0) return false;
        this.handlers.useItem(session, this.useItem);
        return true;
      case discardItemId:
        if (decodeDiscardItem(this.discardItem, data, at, end) < 0) return false;
        this.handlers.discardItem(session, this.discardItem);
        return true;
      case buyItemId:
        if (decodeBuyItem(this.buyItem, data, at, end) < 0) return false;
        this.handlers.buyItem(session, this.buyItem);
        return true;
      case sellItemId:
        if (decodeSellItem(this.sellItem, data, at, end) < 0) return false;
        this.handlers.sellItem(session, this.sellItem);
        return true;
      case buyBackItemId:
        if (decodeBuyBackItem(this.buyBackItem, data, at, end) < 0) return false;
        this.handlers.buyBackItem(session, this.buyBackItem);
        return true;
      case repairItemId:
        if (decodeRepairItem(this.repairItem, data, at, end) < 0) return false;
        this.handlers.repairItem(session, this.repairItem);
        return true;
      case openBankId:
        if (decodeOpenBank(this.openBank, data, at, end) < 0) return false;
        this.handlers.openBank(session, this.openBank);
        return true;
      case craftId:
        if (decodeCraft(this.craft, data, at, end) < 0) return false;
        this.handlers.craft(session, this.craft);
        return true;
      case stopCraftingId:
        if (decodeStopCrafting(this.stopCrafting, data, at, end) < 0) return false;
        this.handlers.stopCrafting(session, this.stopCrafting);
        return true;
      case tradeInviteId:
        if (decodeTradeInvite(this.tradeInvite, data, at, end) < 0) return false;
        this.handlers.tradeInvite(session, this.tradeInvite);
        return true;
      case tradeAcceptId:
        if (decodeTradeAccept(this.tradeAccept, data, at, end) < 0) return false;
        this.handlers.tradeAccept(session, this.tradeAccept);
        return true;
      case tradeOfferId:
        if (decodeTradeOffer(this.tradeOffer, data, at, end) < 0) return false;
        this.handlers.tradeOffer(session, this.tradeOffer);
        return true;
      case tradeCoinsId:
        if (decodeTradeCoins(this.tradeCoins, data, at, end) < 0) return false;
        this.handlers.tradeCoins(session, this.tradeCoins);
        return true;
      case tradeConfirmId:
        if (decodeTradeConfirm(this.tradeConfirm, data, at, end) < 0) return false;
        this.handlers.tradeConfirm(session, this.tradeConfirm);
        return true;
      case tradeCancelId:
        if (decodeTradeCancel(this.tradeCancel, data, at, end) < 0) return false;
        this.handlers.tradeCancel(session, this.tradeCancel);
        return true;
      case sendLetterId:
        if (decodeSendLetter(this.sendLetter, data, at, end) < 0) return false;
        this.handlers.sendLetter(session, this.sendLetter);
        return true;
      case takeFromLetterId:
        if (decodeTakeFromLetter(this.takeFromLetter, data, at, end) < 0) return false;
        this.handlers.takeFromLetter(session, this.takeFromLetter);
        return true;
      case payLetterId:
        if (decodePayLetter(this.payLetter, data, at, end) < 0) return false;
        this.handlers.payLetter(session, this.payLetter);
        return true;
      case deleteLetterId:
        if (decodeDeleteLetter(this.deleteLetter, data, at, end) < 0) return false;
        this.handlers.deleteLetter(session, this.deleteLetter);
        return true;
      case returnLetterId:
        if (decodeReturnLetter(this.returnLetter, data, at, end) < 0) return false;
        this.handlers.returnLetter(session, this.returnLetter);
        return true;
      case readLettersId:
        if (decodeReadLetters(this.readLetters, data, at, end) < 0) return false;
        this.handlers.readLetters(session, this.readLetters);
        return true;
      case listItemId:
        if (decodeListItem(this.listItem, data, at, end) < 0) return false;
        this.handlers.listItem(session, this.listItem);
        return true;
      case buyListingId:
        if (decodeBuyListing(this.buyListing, data, at, end) < 0) return false;
        this.handlers.buyListing(session, this.buyListing);
        return true;
      case cancelListingId:
        if (decodeCancelListing(this.cancelListing, data, at, end) < 0) return false;
        this.handlers.cancelListing(session, this.cancelListing);
        return true;
      case searchMarketId:
        if (decodeSearchMarket(this.searchMarket, data, at, end) < 0) return false;
        this.handlers.searchMarket(session, this.searchMarket);
        return true;
      case acceptQuestId:
        if (decodeAcceptQuest(this.acceptQuest, data, at, end) < 0) return false;
        this.handlers.acceptQuest(session, this.acceptQuest);
        return true;
      case abandonQuestId:
        if (decodeAbandonQuest(this.abandonQuest, data, at, end) < 0) return false;
        this.handlers.abandonQuest(session, this.abandonQuest);
        return true;
      case handInQuestId:
        if (decodeHandInQuest(this.handInQuest, data, at, end) < 0) return false;
        this.handlers.handInQuest(session, this.handInQuest);
        return true;
      case talkToId:
        if (decodeTalkTo(this.talkTo, data, at, end) < 0) return false;
        this.handlers.talkTo(session, this.talkTo);
        return true;
      case partyInviteId:
        if (decodePartyInvite(this.partyInvite, data, at, end) < 0) return false;
        this.handlers.partyInvite(session, this.partyInvite);
        return true;
      case partyAcceptId:
        if (decodePartyAccept(this.partyAccept, data, at, end) < 0) return false;
        this.handlers.partyAccept(session, this.partyAccept);
        return true;
      case partyDeclineId:
        if (decodePartyDecline(this.partyDecline, data, at, end) < 0) return false;
        this.handlers.partyDecline(session, this.partyDecline);
        return true;
      case partyLeaveId:
        if (decodePartyLeave(this.partyLeave, data, at, end) < 0) return false;
        this.handlers.partyLeave(session);
        return true;
      case partyKickId:
        if (decodePartyKick(this.partyKick, data, at, end) < 0) return false;
        this.handlers.partyKick(session, this.partyKick);
        return true;
      case partyPromoteId:
        if (decodePartyPromote(this.partyPromote, data, at, end) < 0) return false;
        this.handlers.partyPromote(session, this.partyPromote);
        return true;
      case partyLootId:
        if (decodePartyLoot(this.partyLoot, data, at, end) < 0) return false;
        this.handlers.partyLoot(session, this.partyLoot);
        return true;
      case lootRollId:
        if (decodeLootRoll(this.lootRoll, data, at, end) < 0) return false;
        this.handlers.lootRoll(session, this.lootRoll);
        return true;
      case reportPlayerId:
        if (decodeReportPlayer(this.reportPlayer, data, at, end) < 0) return false;
        this.handlers.reportPlayer(session, this.reportPlayer);
        return true;
      default:
        return false;
    }
  }
}

/**
 * What the gateway answers, in the world or not; `session` is its slot.
 * The request is reused after the call.
 */
export interface GatewayRequestHandlers {
  /** The client leaves on purpose; the server saves, then disconnects. */
  leave(session: number): void;
}

export class GatewayRequestReader {
  private readonly leaveRequest = new LeaveRequest();

  constructor(private readonly handlers: GatewayRequestHandlers) {}

  /** False, and nobody was called, when it is none of these or does not decode to its last byte. */
  read(session: number, data: Uint8Array, at: number, end: number): boolean {
    switch (data[at]) {
      case leaveRequestId:
        if (decodeLeaveRequest(this.leaveRequest, data, at, end) < 0) return false;
        this.handlers.leave(session);
        return true;
      default:
        return false;
    }
  }
}

// Encoded and queued before the next one is begun, by however many clients of one thread.
const useSkill = new UseSkill();
const pickUp = new PickUp();
const chatRequest = new ChatRequest();
const respawnRequest = new RespawnRequest();
const leaveRequest = new LeaveRequest();
const moveItem = new MoveItem();
const dropItem = new DropItem();
const useItem = new UseItem();
const discardItem = new DiscardItem();
const buyItem = new BuyItem();
const sellItem = new SellItem();
const buyBackItem = new BuyBackItem();
const repairItem = new RepairItem();
const openBank = new OpenBank();
const craft = new Craft();
const stopCrafting = new StopCrafting();
const tradeInvite = new TradeInvite();
const tradeAccept = new TradeAccept();
const tradeOffer = new TradeOffer();
const tradeCoins = new TradeCoins();
const tradeConfirm = new TradeConfirm();
const tradeCancel = new TradeCancel();
const takeFromLetter = new TakeFromLetter();
const payLetter = new PayLetter();
const deleteLetter = new DeleteLetter();
const returnLetter = new ReturnLetter();
const readLetters = new ReadLetters();
const listItem = new ListItem();
const buyListing = new BuyListing();
const cancelListing = new CancelListing();
const searchMarket = new SearchMarket();
const acceptQuest = new AcceptQuest();
const abandonQuest = new AbandonQuest();
const handInQuest = new HandInQuest();
const talkTo = new TalkTo();
const partyInvite = new PartyInvite();
const partyAccept = new PartyAccept();
const partyDecline = new PartyDecline();
const partyLeave = new PartyLeave();
const partyKick = new PartyKick();
const partyPromote = new PartyPromote();
const partyLoot = new PartyLoot();
const lootRoll = new LootRoll();
const reportPlayer = new ReportPlayer();
const requestBytes = new Uint8Array(
  Math.max(
    useSkillSizeMax,
    pickUpSizeMax,
    chatRequestSizeMax,
    respawnRequestSizeMax,
    leaveRequestSizeMax,
    moveItemSizeMax,
    dropItemSizeMax,
    useItemSizeMax,
    discardItemSizeMax,
    buyItemSizeMax,
    sellItemSizeMax,
    buyBackItemSizeMax,
    repairItemSizeMax,
    openBankSizeMax,
    craftSizeMax,
    stopCraftingSizeMax,
    tradeInviteSizeMax,
    tradeAcceptSizeMax,
    tradeOfferSizeMax,
    tradeCoinsSizeMax,
    tradeConfirmSizeMax,
    tradeCancelSizeMax,
    takeFromLetterSizeMax,
    payLetterSizeMax,
    deleteLetterSizeMax,
    returnLetterSizeMax,
    readLettersSizeMax,
    listItemSizeMax,
    buyListingSizeMax,
    cancelListingSizeMax,
    searchMarketSizeMax,
    acceptQuestSizeMax,
    abandonQuestSizeMax,
    handInQuestSizeMax,
    talkToSizeMax,
    partyInviteSizeMax,
    partyAcceptSizeMax,
    partyDeclineSizeMax,
    partyLeaveSizeMax,
    partyKickSizeMax,
    partyPromoteSizeMax,
    partyLootSizeMax,
    lootRollSizeMax,
    reportPlayerSizeMax,
  ),
);

/** Asks. What comes of a request on this side is an `Outcome`. */
export abstract class RequestSender<Outcome> {
  /**
   * Uses a skill, at once or not at all.
   * @param skill Skill id from the content; 1 is the plain attack with the weapon at hand. (u16)
   * @param target Entity id from EntityState, 0 for none. (u32)
   */
  useSkill(skill: number, target: number): Outcome {
    useSkill.skill = skill;
    useSkill.target = target;
    return this.sendRequest(requestBytes, encodeUseSkill(useSkill, requestBytes, 0), true);
  }

  /**
   * Takes an item from the ground. Like all requests with a command it is done once: asked again under the same number, also
   * by a later session of the character, it is answered and not done again.
   * @param command Counted up by the client for each new request of its character, beginning one above Welcome.lastCommand. One that was refused is not used up. (u32)
   * @param loot Entity id of a loot entity within reach. (u32)
   */
  pickUp(command: number, loot: number): Outcome {
    pickUp.command = command;
    pickUp.loot = loot;
    return this.sendRequest(requestBytes, encodePickUp(pickUp, requestBytes, 0), true);
  }

  /**
   * Says something.
   * @param scope `say`, `zone` or `party`.
   * @param text Not empty once trimmed; refused as a whole with control or invisible direction characters. (up to 200 bytes of UTF-8)
   */
  chat(scope: ChatScope, text: string): Outcome {
    chatRequest.scope = scope;
    chatRequest.text = text;
    return this.sendRequest(requestBytes, encodeChatRequest(chatRequest, requestBytes, 0), true);
  }

  /** A dead player asks to stand up at the bind point. */
  respawn(): Outcome {
    return this.sendRequest(requestBytes, encodeRespawnRequest(respawnRequest, requestBytes, 0), true);
  }

  /** The client leaves on purpose; the server saves, then disconnects. */
  leave(): Outcome {
    return this.sendRequest(requestBytes, encodeLeaveRequest(leaveRequest, requestBytes, 0), false);
  }

  /**
   * Puts a stack, or a part of it, into another slot: an empty one, one with more of the same, or, for a whole stack, one with
   * something else, which comes back in exchange. From the bag to `equipment` it is put on, where its kind is worn; the slots
   * there are those of EquipSlot in the content.
   * @param command As in PickUp. (u32)
   * @param from Where it lies: `inventory`, `equipment` or `bank`.
   * @param fromSlot In which slot, from 0. (u8)
   * @param to Where it goes: from the bag anywhere of these, from elsewhere into the bag, within the bank too.
   * @param toSlot Into which slot, from 0. (u8)
   * @param units How many. (u16)
   */
  moveItem(
    command: number,
    from: HolderKind,
    fromSlot: number,
    to: HolderKind,
    toSlot: number,
    units: number,
  ): Outcome {
    moveItem.command = command;
    moveItem.from = from;
    moveItem.fromSlot = fromSlot;
    moveItem.to = to;
    moveItem.toSlot = toSlot;
    moveItem.units = units;
    return this.sendRequest(requestBytes, encodeMoveItem(moveItem, requestBytes, 0), true);
  }

  /**
   * Lays items on the ground, where anybody can take them.
   * @param command As in PickUp. (u32)
   * @param from Where they lie; the bag.
   * @param slot In which slot, from 0. (u8)
   * @param units How many. (u16)
   */
  dropItem(command: number, from: HolderKind, slot: number, units: number): Outcome {
    dropItem.command = command;
    dropItem.from = from;
    dropItem.slot = slot;
    dropItem.units = units;
    return this.sendRequest(requestBytes, encodeDropItem(dropItem, requestBytes, 0), true);
  }

  /**
   * Consumes one of a stack, for the health and mana that it gives.
   * @param command As in PickUp. (u32)
   * @param from Where it lies; the bag.
   * @param slot In which slot, from 0. (u8)
   */
  useItem(command: number, from: HolderKind, slot: number): Outcome {
    useItem.command = command;
    useItem.from = from;
    useItem.slot = slot;
    return this.sendRequest(requestBytes, encodeUseItem(useItem, requestBytes, 0), true);
  }

  /**
   * Throws items away for ever.
   * @param command As in PickUp. (u32)
   * @param from Where they lie; the bag.
   * @param slot In which slot, from 0. (u8)
   * @param units How many. (u16)
   */
  discardItem(command: number, from: HolderKind, slot: number, units: number): Outcome {
    discardItem.command = command;
    discardItem.from = from;
    discardItem.slot = slot;
    discardItem.units = units;
    return this.sendRequest(requestBytes, encodeDiscardItem(discardItem, requestBytes, 0), true);
  }

  /**
   * Buys from a vendor who is near enough to talk to. All of it or nothing.
   * @param command As in PickUp. (u32)
   * @param vendor Entity id of the vendor. (u32)
   * @param item Item id from the content, one that this vendor sells. (u16)
   * @param units How many. (u16)
   */
  buyItem(command: number, vendor: number, item: number, units: number): Outcome {
    buyItem.command = command;
    buyItem.vendor = vendor;
    buyItem.item = item;
    buyItem.units = units;
    return this.sendRequest(requestBytes, encodeBuyItem(buyItem, requestBytes, 0), true);
  }

  /**
   * Sells to a vendor, who keeps the last 8 stacks for buying back.
   * @param command As in PickUp. (u32)
   * @param vendor Entity id of the vendor. (u32)
   * @param slot Slot of the bag in which it lies, from 0. (u8)
   * @param units How many. (u16)
   */
  sellItem(command: number, vendor: number, slot: number, units: number): Outcome {
    sellItem.command = command;
    sellItem.vendor = vendor;
    sellItem.slot = slot;
    sellItem.units = units;
    return this.sendRequest(requestBytes, encodeSellItem(sellItem, requestBytes, 0), true);
  }

  /**
   * Buys back what was sold, the whole stack, from any vendor, for as much as the most generous one may have paid.
   * @param command As in PickUp. (u32)
   * @param vendor Entity id of the vendor. (u32)
   * @param slot Slot of `buyBack` in which it lies, from 0. (u8)
   */
  buyBackItem(command: number, vendor: number, slot: number): Outcome {
    buyBackItem.command = command;
    buyBackItem.vendor = vendor;
    buyBackItem.slot = slot;
    return this.sendRequest(requestBytes, encodeBuyBackItem(buyBackItem, requestBytes, 0), true);
  }

  /**
   * Has somebody mend what is worn, or worn out.
   * @param command As in PickUp. (u32)
   * @param mender Entity id of who mends. (u32)
   * @param from Where it lies: the bag, or what is worn.
   * @param slot In which slot, from 0. (u8)
   */
  repairItem(command: number, mender: number, from: HolderKind, slot: number): Outcome {
    repairItem.command = command;
    repairItem.mender = mender;
    repairItem.from = from;
    repairItem.slot = slot;
    return this.sendRequest(requestBytes, encodeRepairItem(repairItem, requestBytes, 0), true);
  }

  /**
   * Asks a banker what lies in the own bank. CommandConfirmed comes, and behind it InventorySlot for each slot that is not
   * empty. What changes later is told without being asked. Near a banker MoveItem moves between bag and bank.
   * @param command As in PickUp. (u32)
   * @param banker Entity id of the banker. (u32)
   */
  openBank(command: number, banker: number): Outcome {
    openBank.command = command;
    openBank.banker = banker;
    return this.sendRequest(requestBytes, encodeOpenBank(openBank, requestBytes, 0), true);
  }

  /**
   * Begins to make something. Nothing is taken before a piece is finished, and then all at once with what comes of it: whatever
   * ends the work before costs nothing. Confirmed when it begins; pieces of which nothing was told when a server ended are not
   * made. Ends by StopCrafting, by going away, by a fight, by death.
   * @param command As in PickUp. (u32)
   * @param recipe Recipe id from the content. (u16)
   * @param count How many pieces, one after another: 1 to 99. (u8)
   */
  craft(command: number, recipe: number, count: number): Outcome {
    craft.command = command;
    craft.recipe = recipe;
    craft.count = count;
    return this.sendRequest(requestBytes, encodeCraft(craft, requestBytes, 0), true);
  }

  /**
   * Makes nothing more. The piece under way costs nothing.
   * @param command As in PickUp. (u32)
   */
  stopCrafting(command: number): Outcome {
    stopCrafting.command = command;
    return this.sendRequest(requestBytes, encodeStopCrafting(stopCrafting, requestBytes, 0), true);
  }

  /**
   * Asks another player to trade. The other has 30 s to accept; it cannot decline, the invitation lapses. A new one takes the place
   * of the one before.
   * @param target Entity id of a player within reach. (u32)
   */
  tradeInvite(target: number): Outcome {
    tradeInvite.target = target;
    return this.sendRequest(requestBytes, encodeTradeInvite(tradeInvite, requestBytes, 0), true);
  }

  /**
   * Takes up the invitation of another player.
   * @param inviter Entity id of who invited. (u32)
   */
  tradeAccept(inviter: number): Outcome {
    tradeAccept.inviter = inviter;
    return this.sendRequest(requestBytes, encodeTradeAccept(tradeAccept, requestBytes, 0), true);
  }

  /**
   * Puts a stack of the bag, or a part of it, on the table of a trade, or takes back what lay there. It stays in the bag.
   * @param trade As told by TradeState. (u32)
   * @param place Where on the own side of the table. (u8, 0 .. 7)
   * @param slot In which slot of the bag it lies, from 0. (u8)
   * @param units How many, 0 to take back what lies in `place`. (u16)
   */
  tradeOffer(trade: number, place: number, slot: number, units: number): Outcome {
    tradeOffer.trade = trade;
    tradeOffer.place = place;
    tradeOffer.slot = slot;
    tradeOffer.units = units;
    return this.sendRequest(requestBytes, encodeTradeOffer(tradeOffer, requestBytes, 0), true);
  }

  /**
   * Puts coins on the table instead of those that lay there. They stay in the purse.
   * @param trade As told by TradeState. (u32)
   * @param coins 0 for none. (u32)
   */
  tradeCoins(trade: number, coins: number): Outcome {
    tradeCoins.trade = trade;
    tradeCoins.coins = coins;
    return this.sendRequest(requestBytes, encodeTradeCoins(tradeCoins, requestBytes, 0), true);
  }

  /**
   * Agrees to what lies on the table. When both have agreed to the same, all of it changes hands at once. CommandConfirmed says
   * that the player has agreed; that all changed hands says TradeEnded.
   * @param command As in PickUp. (u32)
   * @param version As told by TradeState: what is meant. When something else lies there by now, nothing happens. (u32)
   */
  tradeConfirm(command: number, version: number): Outcome {
    tradeConfirm.command = command;
    tradeConfirm.version = version;
    return this.sendRequest(requestBytes, encodeTradeConfirm(tradeConfirm, requestBytes, 0), true);
  }

  /**
   * Leaves a trade, or takes back the own invitation.
   * @param trade As told by TradeState, 0 for the own invitation. (u32)
   */
  tradeCancel(trade: number): Outcome {
    tradeCancel.trade = trade;
    return this.sendRequest(requestBytes, encodeTradeCancel(tradeCancel, requestBytes, 0), true);
  }

  /**
   * Takes what a letter encloses.
   * @param command As in PickUp. (u32)
   * @param letter Id of one of the own letters. (u32)
   * @param place Which of its stacks, whole; 4 for the coins. (u8, 0 .. 4)
   */
  takeFromLetter(command: number, letter: number, place: number): Outcome {
    takeFromLetter.command = command;
    takeFromLetter.letter = letter;
    takeFromLetter.place = place;
    return this.sendRequest(requestBytes, encodeTakeFromLetter(takeFromLetter, requestBytes, 0), true);
  }

  /**
   * Pays what a letter asks for. The coins go to its sender by letter, and then its stacks can be taken.
   * @param command As in PickUp. (u32)
   * @param letter Id of one of the own letters. (u32)
   * @param coins What is meant to be paid: nothing happens when it asks for something else. (u32)
   */
  payLetter(command: number, letter: number, coins: number): Outcome {
    payLetter.command = command;
    payLetter.letter = letter;
    payLetter.coins = coins;
    return this.sendRequest(requestBytes, encodePayLetter(payLetter, requestBytes, 0), true);
  }

  /**
   * Throws an empty letter away.
   * @param command As in PickUp. (u32)
   * @param letter Id of one of the own letters. (u32)
   */
  deleteLetter(command: number, letter: number): Outcome {
    deleteLetter.command = command;
    deleteLetter.letter = letter;
    return this.sendRequest(requestBytes, encodeDeleteLetter(deleteLetter, requestBytes, 0), true);
  }

  /**
   * Sends a letter back to who sent it, with all that it encloses and without being paid.
   * @param command As in PickUp. (u32)
   * @param letter Id of one of the own letters. (u32)
   */
  returnLetter(command: number, letter: number): Outcome {
    returnLetter.command = command;
    returnLetter.letter = letter;
    return this.sendRequest(requestBytes, encodeReturnLetter(returnLetter, requestBytes, 0), true);
  }

  /**
   * Asks for the own letters.
   * @param after Those with an id above this one, at most 8 of them, the smallest id first. (u32)
   */
  readLetters(after: number): Outcome {
    readLetters.after = after;
    return this.sendRequest(requestBytes, encodeReadLetters(readLetters, requestBytes, 0), true);
  }

  /**
   * Puts a stack of the bag, or a part of it, on the market. Costs a share of the price, see the content's rules.
   * @param command As in PickUp. (u32)
   * @param slot In which slot it lies, from 0. (u8)
   * @param units How many. (u16)
   * @param price Of all of it together. (u32)
   */
  listItem(command: number, slot: number, units: number, price: number): Outcome {
    listItem.command = command;
    listItem.slot = slot;
    listItem.units = units;
    listItem.price = price;
    return this.sendRequest(requestBytes, encodeListItem(listItem, requestBytes, 0), true);
  }

  /**
   * Buys all of a listing.
   * @param command As in PickUp. (u32)
   * @param listing Its id. (u32)
   * @param price What is meant to be paid. (u32)
   */
  buyListing(command: number, listing: number, price: number): Outcome {
    buyListing.command = command;
    buyListing.listing = listing;
    buyListing.price = price;
    return this.sendRequest(requestBytes, encodeBuyListing(buyListing, requestBytes, 0), true);
  }

  /**
   * Takes an own listing from the market; its stack comes into the bag, or by letter when it has no room there.
   * @param command As in PickUp. (u32)
   * @param listing Its id. (u32)
   */
  cancelListing(command: number, listing: number): Outcome {
    cancelListing.command = command;
    cancelListing.listing = listing;
    return this.sendRequest(requestBytes, encodeCancelListing(cancelListing, requestBytes, 0), true);
  }

  /**
   * Asks what is on the market.
   * @param item Item id from the content, 0 for any. (u16)
   * @param after Those with an id above this one, at most 8 of them, the smallest id first. (u32)
   */
  searchMarket(item: number, after: number): Outcome {
    searchMarket.item = item;
    searchMarket.after = after;
    return this.sendRequest(requestBytes, encodeSearchMarket(searchMarket, requestBytes, 0), true);
  }

  /**
   * Takes on a quest that an npc within reach offers.
   * @param command As in PickUp. (u32)
   * @param npc Entity id of who offers it. (u32)
   * @param quest Quest id from the content. (u16)
   */
  acceptQuest(command: number, npc: number, quest: number): Outcome {
    acceptQuest.command = command;
    acceptQuest.npc = npc;
    acceptQuest.quest = quest;
    return this.sendRequest(requestBytes, encodeAcceptQuest(acceptQuest, requestBytes, 0), true);
  }

  /**
   * Gives up a quest. What is done of it is gone, and what lies in the bag for it alone.
   * @param command As in PickUp. (u32)
   * @param quest Quest id from the content, one that was taken on. (u16)
   */
  abandonQuest(command: number, quest: number): Outcome {
    abandonQuest.command = command;
    abandonQuest.quest = quest;
    return this.sendRequest(requestBytes, encodeAbandonQuest(abandonQuest, requestBytes, 0), true);
  }

  /**
   * Ends a stage of a quest whose objectives are all done: what it collected is handed in, and what it gives comes, all of it or
   * nothing.
   * @param command As in PickUp. (u32)
   * @param npc Entity id of the npc who hears of this stage. (u32)
   * @param quest Quest id from the content. (u16)
   * @param stage Number of the stage that is meant: nothing happens when the quest is in another by now. (u8)
   * @param outcome Which of its outcomes, from 0. (u8, 0 .. 3)
   */
  handInQuest(command: number, npc: number, quest: number, stage: number, outcome: number): Outcome {
    handInQuest.command = command;
    handInQuest.npc = npc;
    handInQuest.quest = quest;
    handInQuest.stage = stage;
    handInQuest.outcome = outcome;
    return this.sendRequest(requestBytes, encodeHandInQuest(handInQuest, requestBytes, 0), true);
  }

  /**
   * Talks with an npc within reach. CommandConfirmed comes, and behind it QuestOffers.
   * @param command As in PickUp. (u32)
   * @param npc Entity id of the npc. (u32)
   */
  talkTo(command: number, npc: number): Outcome {
    talkTo.command = command;
    talkTo.npc = npc;
    return this.sendRequest(requestBytes, encodeTalkTo(talkTo, requestBytes, 0), true);
  }

  /**
   * Invites another player into a party: into that of who invites, who has to lead it, or into a new one. The other may be on any
   * map, and has as long as PartyInvited says to accept. Who declined is not asked again by the same player within that time.
   * @param name Name of the character, in whatever case. (up to 24 bytes of UTF-8)
   */
  partyInvite(name: string): Outcome {
    partyInvite.name = name;
    return this.sendRequest(requestBytes, encodePartyInvite(partyInvite, requestBytes, 0), true);
  }

  /**
   * Takes up an invitation.
   * @param invitation As told by PartyInvited. (u32)
   */
  partyAccept(invitation: number): Outcome {
    partyAccept.invitation = invitation;
    return this.sendRequest(requestBytes, encodePartyAccept(partyAccept, requestBytes, 0), true);
  }

  /**
   * Turns an invitation down.
   * @param invitation As told by PartyInvited. (u32)
   */
  partyDecline(invitation: number): Outcome {
    partyDecline.invitation = invitation;
    return this.sendRequest(requestBytes, encodePartyDecline(partyDecline, requestBytes, 0), true);
  }

  /** Leaves the party. */
  partyLeave(): Outcome {
    return this.sendRequest(requestBytes, encodePartyLeave(partyLeave, requestBytes, 0), true);
  }

  /**
   * The leader puts a member out of the party.
   * @param member As told by PartyState. (u32)
   */
  partyKick(member: number): Outcome {
    partyKick.member = member;
    return this.sendRequest(requestBytes, encodePartyKick(partyKick, requestBytes, 0), true);
  }

  /**
   * The leader has somebody else lead.
   * @param member As told by PartyState; one who is in the world. (u32)
   */
  partyPromote(member: number): Outcome {
    partyPromote.member = member;
    return this.sendRequest(requestBytes, encodePartyPromote(partyPromote, requestBytes, 0), true);
  }

  /**
   * The leader decides how loot is shared: of creatures that the party strikes for the first time from then on.
   * @param mode
   */
  partyLoot(mode: PartyLootMode): Outcome {
    partyLoot.mode = mode;
    return this.sendRequest(requestBytes, encodePartyLoot(partyLoot, requestBytes, 0), true);
  }

  /**
   * Says once what the player wants of something that is rolled for.
   * @param roll As told by LootRollBegun. (u32)
   * @param choice
   */
  lootRoll(roll: number, choice: LootChoice): Outcome {
    lootRoll.roll = roll;
    lootRoll.choice = choice;
    return this.sendRequest(requestBytes, encodeLootRoll(lootRoll, requestBytes, 0), true);
  }

  /**
   * Tells the operators of another player, who may be away, and does not hear of it. What either of the two said in the last ten
   * minutes, and where both stand, goes with it. Answered with ReportTaken when it is stored. One player may be reported by
   * the same once an hour, and ten be reported a day.
   * @param name Name of the character, in whatever case. (up to 24 bytes of UTF-8)
   * @param reason
   * @param text What happened, in the words of who reports; may be empty, but for `other`. Of characters that chat may have. (up to 200 bytes of UTF-8)
   */
  reportPlayer(name: string, reason: ReportReason, text: string): Outcome {
    reportPlayer.name = name;
    reportPlayer.reason = reason;
    reportPlayer.text = text;
    return this.sendRequest(requestBytes, encodeReportPlayer(reportPlayer, requestBytes, 0), true);
  }

  /**
   * Queues the first `end` bytes reliably, or says why not; below 0 `end` is the fault for which it could not be encoded.
   * `inWorld`: only a player in the world may ask for it.
   */
  protected abstract sendRequest(bytes: Uint8Array, end: number, inWorld: boolean): Outcome;
}
