// Generated from protocol-schema by `npm run codegen`; changes here are lost.
// Messages to players: their writer for the server, their reader for clients.

import {
  CharacterStatus,
  ChatMessage,
  CombatEvent,
  CommandConfirmed,
  CraftingBegun,
  CraftingEnded,
  InventorySlot,
  Letter,
  LetterNews,
  LettersRead,
  LootRollBegun,
  LootRollEnded,
  MapChanged,
  MarketListing,
  MarketSearched,
  PartyEnded,
  PartyInvitationEnded,
  PartyInvited,
  PartyMoved,
  PartyState,
  PieceCrafted,
  ProfessionSkill,
  QuestOffers,
  QuestStatus,
  Refused,
  ReportDecided,
  ReportTaken,
  Snapshot,
  TradeEnded,
  TradeInvited,
  TradeState,
  Welcome,
  characterStatusId,
  characterStatusSizeMax,
  chatMessageId,
  chatMessageSizeMax,
  combatEventId,
  combatEventSizeMax,
  commandConfirmedId,
  commandConfirmedSizeMax,
  craftingBegunId,
  craftingBegunSizeMax,
  craftingEndedId,
  craftingEndedSizeMax,
  decodeCharacterStatus,
  decodeChatMessage,
  decodeCombatEvent,
  decodeCommandConfirmed,
  decodeCraftingBegun,
  decodeCraftingEnded,
  decodeInventorySlot,
  decodeLetter,
  decodeLetterNews,
  decodeLettersRead,
  decodeLootRollBegun,
  decodeLootRollEnded,
  decodeMapChanged,
  decodeMarketListing,
  decodeMarketSearched,
  decodePartyEnded,
  decodePartyInvitationEnded,
  decodePartyInvited,
  decodePartyMoved,
  decodePartyState,
  decodePieceCrafted,
  decodeProfessionSkill,
  decodeQuestOffers,
  decodeQuestStatus,
  decodeRefused,
  decodeReportDecided,
  decodeReportTaken,
  decodeSnapshot,
  decodeTradeEnded,
  decodeTradeInvited,
  decodeTradeState,
  decodeWelcome,
  encodeCharacterStatus,
  encodeChatMessage,
  encodeCombatEvent,
  encodeCommandConfirmed,
  encodeCraftingBegun,
  encodeCraftingEnded,
  encodeInventorySlot,
  encodeLetter,
  encodeLetterNews,
  encodeLettersRead,
  encodeLootRollBegun,
  encodeLootRollEnded,
  encodeMapChanged,
  encodeMarketListing,
  encodeMarketSearched,
  encodePartyEnded,
  encodePartyInvitationEnded,
  encodePartyInvited,
  encodePartyMoved,
  encodePartyState,
  encodePieceCrafted,
  encodeProfessionSkill,
  encodeQuestOffers,
  encodeQuestStatus,
  encodeRefused,
  encodeReportDecided,
  encodeReportTaken,
  encodeTradeEnded,
  encodeTradeInvited,
  encodeTradeState,
  encodeWelcome,
  inventorySlotId,
  inventorySlotSizeMax,
  letterId,
  letterNewsId,
  letterNewsSizeMax,
  letterSizeMax,
  lettersReadId,
  lettersReadSizeMax,
  lootRollBegunId,
  lootRollBegunSizeMax,
  lootRollEndedId,
  lootRollEndedSizeMax,
  mapChangedId,
  mapChangedSizeMax,
  marketListingId,
  marketListingSizeMax,
  marketSearchedId,
  marketSearchedSizeMax,
  partyEndedId,
  partyEndedSizeMax,
  partyInvitationEndedId,
  partyInvitationEndedSizeMax,
  partyInvitedId,
  partyInvitedSizeMax,
  partyMovedId,
  partyMovedSizeMax,
  partyStateId,
  partyStateSizeMax,
  pieceCraftedId,
  pieceCraftedSizeMax,
  professionSkillId,
  professionSkillSizeMax,
  questOffersId,
  questOffersSizeMax,
  questStatusId,
  questStatusSizeMax,
  refusedId,
  refusedSizeMax,
  reportDecidedId,
  reportDecidedSizeMax,
  reportTakenId,
  reportTakenSizeMax,
  snapshotId,
  tradeEndedId,
  tradeEndedSizeMax,
  tradeInvitedId,
  tradeInvitedSizeMax,
  tradeStateId,
  tradeStateSizeMax,
  welcomeId,
  welcomeSizeMax,
} from './game.js';

export interface MessageSink {
  /** Where messages are encoded, from 0 on: at least `playerMessageBytesMax`. */
  readonly bytes: Uint8Array;
  /** `length` bytes are one message; below 0 it could not be encoded. */
  deliver(to: number, isReliable: boolean, length: number): void;
}

/** Of the longest one. */
export const playerMessageBytesMax = Math.max(
  welcomeSizeMax,
  mapChangedSizeMax,
  characterStatusSizeMax,
  inventorySlotSizeMax,
  chatMessageSizeMax,
  combatEventSizeMax,
  refusedSizeMax,
  commandConfirmedSizeMax,
  craftingBegunSizeMax,
  pieceCraftedSizeMax,
  craftingEndedSizeMax,
  professionSkillSizeMax,
  tradeInvitedSizeMax,
  tradeStateSizeMax,
  tradeEndedSizeMax,
  letterSizeMax,
  lettersReadSizeMax,
  letterNewsSizeMax,
  marketListingSizeMax,
  marketSearchedSizeMax,
  questStatusSizeMax,
  questOffersSizeMax,
  partyInvitedSizeMax,
  partyInvitationEndedSizeMax,
  partyStateSizeMax,
  partyMovedSizeMax,
  partyEndedSizeMax,
  lootRollBegunSizeMax,
  lootRollEndedSizeMax,
  reportTakenSizeMax,
  reportDecidedSizeMax,
);

/** Encodes each message once and hands it over. */
export class PlayerMessageWriter {
  constructor(private readonly out: MessageSink) {}

  welcome(to: number, message: Welcome): void {
    this.out.deliver(to, true, encodeWelcome(message, this.out.bytes, 0));
  }

  mapChanged(to: number, message: MapChanged): void {
    this.out.deliver(to, true, encodeMapChanged(message, this.out.bytes, 0));
  }

  characterStatus(to: number, message: CharacterStatus): void {
    this.out.deliver(to, true, encodeCharacterStatus(message, this.out.bytes, 0));
  }

  inventorySlot(to: number, message: InventorySlot): void {
    this.out.deliver(to, true, encodeInventorySlot(message, this.out.bytes, 0));
  }

  chat(to: number, message: ChatMessage): void {
    this.out.deliver(to, true, encodeChatMessage(message, this.out.bytes, 0));
  }

  combat(to: number, message: CombatEvent): void {
    this.out.deliver(to, false, encodeCombatEvent(message, this.out.bytes, 0));
  }

  refused(to: number, message: Refused): void {
    this.out.deliver(to, true, encodeRefused(message, this.out.bytes, 0));
  }

  commandConfirmed(to: number, message: CommandConfirmed): void {
    this.out.deliver(to, true, encodeCommandConfirmed(message, this.out.bytes, 0));
  }

  craftingBegun(to: number, message: CraftingBegun): void {
    this.out.deliver(to, true, encodeCraftingBegun(message, this.out.bytes, 0));
  }

  pieceCrafted(to: number, message: PieceCrafted): void {
    this.out.deliver(to, true, encodePieceCrafted(message, this.out.bytes, 0));
  }

  craftingEnded(to: number, message: CraftingEnded): void {
    this.out.deliver(to, true, encodeCraftingEnded(message, this.out.bytes, 0));
  }

  professionSkill(to: number, message: ProfessionSkill): void {
    this.out.deliver(to, true, encodeProfessionSkill(message, this.out.bytes, 0));
  }

  tradeInvited(to: number, message: TradeInvited): void {
    this.out.deliver(to, true, encodeTradeInvited(message, this.out.bytes, 0));
  }

  tradeState(to: number, message: TradeState): void {
    this.out.deliver(to, true, encodeTradeState(message, this.out.bytes, 0));
  }

  tradeEnded(to: number, message: TradeEnded): void {
    this.out.deliver(to, true, encodeTradeEnded(message, this.out.bytes, 0));
  }

  letter(to: number, message: Letter): void {
    this.out.deliver(to, true, encodeLetter(message, this.out.bytes, 0));
  }

  lettersRead(to: number, message: LettersRead): void {
    this.out.deliver(to, true, encodeLettersRead(message, this.out.bytes, 0));
  }

  letterNews(to: number, message: LetterNews): void {
    this.out.deliver(to, true, encodeLetterNews(message, this.out.bytes, 0));
  }

  marketListing(to: number, message: MarketListing): void {
    this.out.deliver(to, true, encodeMarketListing(message, this.out.bytes, 0));
  }

  marketSearched(to: number, message: MarketSearched): void {
    this.out.deliver(to, true, encodeMarketSearched(message, this.out.bytes, 0));
  }

  questStatus(to: number, message: QuestStatus): void {
    this.out.deliver(to, true, encodeQuestStatus(message, this.out.bytes, 0));
  }

  questOffers(to: number, message: QuestOffers): void {
    this.out.deliver(to, true, encodeQuestOffers(message, this.out.bytes, 0));
  }

  partyInvited(to: number, message: PartyInvited): void {
    this.out.deliver(to, true, encodePartyInvited(message, this.out.bytes, 0));
  }

  partyInvitationEnded(to: number, message: PartyInvitationEnded): void {
    this.out.deliver(to, true, encodePartyInvitationEnded(message, this.out.bytes, 0));
  }

  partyState(to: number, message: PartyState): void {
    this.out.deliver(to, true, encodePartyState(message, this.out.bytes, 0));
  }

  partyMoved(to: number, message: PartyMoved): void {
    this.out.deliver(to, true, encodePartyMoved(message, this.out.bytes, 0));
  }

  partyEnded(to: number, message: PartyEnded): void {
    this.out.deliver(to, true, encodePartyEnded(message, this.out.bytes, 0));
  }

  lootRollBegun(to: number, message: LootRollBegun): void {
    this.out.deliver(to, true, encodeLootRollBegun(message, this.out.bytes, 0));
  }

  lootRollEnded(to: number, message: LootRollEnded): void {
    this.out.deliver(to, true, encodeLootRollEnded(message, this.out.bytes, 0));
  }

  reportTaken(to: number, message: ReportTaken): void {
    this.out.deliver(to, true, encodeReportTaken(message, this.out.bytes, 0));
  }

  reportDecided(to: number, message: ReportDecided): void {
    this.out.deliver(to, true, encodeReportDecided(message, this.out.bytes, 0));
  }
}

/** The objects into which messages are decoded. */
export class PlayerMessageObjects {
  readonly welcome = new Welcome();
  readonly mapChanged = new MapChanged();
  readonly characterStatus = new CharacterStatus();
  readonly inventorySlot = new InventorySlot();
  readonly chat = new ChatMessage();
  readonly combat = new CombatEvent();
  readonly refused = new Refused();
  readonly commandConfirmed = new CommandConfirmed();
  readonly craftingBegun = new CraftingBegun();
  readonly pieceCrafted = new PieceCrafted();
  readonly craftingEnded = new CraftingEnded();
  readonly professionSkill = new ProfessionSkill();
  readonly tradeInvited = new TradeInvited();
  readonly tradeState = new TradeState();
  readonly tradeEnded = new TradeEnded();
  readonly letter = new Letter();
  readonly lettersRead = new LettersRead();
  readonly letterNews = new LetterNews();
  readonly marketListing = new MarketListing();
  readonly marketSearched = new MarketSearched();
  readonly questStatus = new QuestStatus();
  readonly questOffers = new QuestOffers();
  readonly snapshot = new Snapshot();
  readonly partyInvited = new PartyInvited();
  readonly partyInvitationEnded = new PartyInvitationEnded();
  readonly partyState = new PartyState();
  readonly partyMoved = new PartyMoved();
  readonly partyEnded = new PartyEnded();
  readonly lootRollBegun = new LootRollBegun();
  readonly lootRollEnded = new LootRollEnded();
  readonly reportTaken = new ReportTaken();
  readonly reportDecided = new ReportDecided();
}

/** What a client itself makes of messages, before anybody is told. */
export interface PlayerMessageState {
  /** First message to a player who stands in the world. */
  welcome?(message: Welcome): void;
  /**
   * The player stands on another map now. Entities of the old map leave through Snapshot.removed as any other does.
   */
  mapChanged?(message: MapChanged): void;
  /** The player's own numbers, sent when one of them changed. */
  characterStatus?(message: CharacterStatus): void;
  /**
   * What lies in one slot of the player's own: its bag, what it wears, its bank, what can be bought back. Sent when the server has
   * stored it.
   */
  inventorySlot?(message: InventorySlot): void;
  /** Something was said that the receiver hears. */
  chat?(message: ChatMessage): void;
  /** Something happened in a fight that the receiver sees. */
  combat?(message: CombatEvent): void;
  /** A request was not done. Sent instead of any effect. */
  refused?(message: Refused): void;
  /**
   * A request with a command was done, and what it did is stored: nothing takes it back. Sent again whenever the number of one
   * that was done is asked again, whatever is asked under it.
   */
  commandConfirmed?(message: CommandConfirmed): void;
  /** The player makes something from now on. */
  craftingBegun?(message: CraftingBegun): void;
  /** A piece is finished. Sent when that is stored, after the slots that it changed. */
  pieceCrafted?(message: PieceCrafted): void;
  /** The player makes nothing more. */
  craftingEnded?(message: CraftingEnded): void;
  /**
   * What the player has learned in a profession. Sent for each in which it has learned something when it enters, and when it has
   * learned more and that is stored.
   */
  professionSkill?(message: ProfessionSkill): void;
  /** Another player wants to trade. */
  tradeInvited?(message: TradeInvited): void;
  /** What lies on the table of the own trade, whole, whenever something of it changed. */
  tradeState?(message: TradeState): void;
  /** A trade is over, or an invitation of the player that nobody took up. */
  tradeEnded?(message: TradeEnded): void;
  /** One of the player's letters, as asked for by ReadLetters. */
  letter?(message: Letter): void;
  /** The answer to ReadLetters is complete. */
  lettersRead?(message: LettersRead): void;
  /** Something became of a letter of the player's, and that is stored. ReadLetters tells how it is now. */
  letterNews?(message: LetterNews): void;
  /** A stack on the market, as asked for by SearchMarket. */
  marketListing?(message: MarketListing): void;
  /** The answer to SearchMarket is complete. */
  marketSearched?(message: MarketSearched): void;
  /**
   * What the player has to do with a quest. Sent of each that it took on or completed ever, behind Welcome, and when one of these
   * changed and is stored.
   */
  questStatus?(message: QuestStatus): void;
  /**
   * What an npc has for the player, behind the confirmation of TalkTo, and of AcceptQuest and HandInQuest, which change it. What
   * people say stands in the content.
   */
  questOffers?(message: QuestOffers): void;
  /** The world around one player at one tick. */
  snapshot?(message: Snapshot): void;
  /** Another player invites into a party. */
  partyInvited?(message: PartyInvited): void;
  /** An invitation is over. Told to both. */
  partyInvitationEnded?(message: PartyInvitationEnded): void;
  /**
   * The own party, whole: when its player enters, and whenever somebody came or went, or another leads or another way of sharing loot
   * holds.
   */
  partyState?(message: PartyState): void;
  /** Members of the own party of whom something changed, once a second at most. */
  partyMoved?(message: PartyMoved): void;
  /** The receiver is in this party no more. */
  partyEnded?(message: PartyEnded): void;
  /**
   * Something that a kill of the party left is rolled for by those with a share. It lies there for nobody meanwhile.
   */
  lootRollBegun?(message: LootRollBegun): void;
  /** A roll is over. Told to all who had a part in it. */
  lootRollEnded?(message: LootRollEnded): void;
  /** The player's report is stored, and goes to the operators. */
  reportTaken?(message: ReportTaken): void;
  /**
   * Operators have decided about a report of the player. Told when they do, or else when the player comes in the next time; twice
   * at worst, then with the same number.
   */
  reportDecided?(message: ReportDecided): void;
}

/** Whom a client tells of messages. */
export interface PlayerMessageListener {
  /** First message to a player who stands in the world. */
  onWelcome?(message: Welcome): void;
  /**
   * The player stands on another map now. Entities of the old map leave through Snapshot.removed as any other does.
   */
  onMapChanged?(message: MapChanged): void;
  /** The player's own numbers, sent when one of them changed. */
  onCharacterStatus?(message: CharacterStatus): void;
  /**
   * What lies in one slot of the player's own: its bag, what it wears, its bank, what can be bought back. Sent when the server has
   * stored it.
   */
  onInventorySlot?(message: InventorySlot): void;
  /** Something was said that the receiver hears. */
  onChat?(message: ChatMessage): void;
  /** Something happened in a fight that the receiver sees. */
  onCombat?(message: CombatEvent): void;
  /** A request was not done. Sent instead of any effect. */
  onRefused?(message: Refused): void;
  /**
   * A request with a command was done, and what it did is stored: nothing takes it back. Sent again whenever the number of one
   * that was done is asked again, whatever is asked under it.
   */
  onCommandConfirmed?(message: CommandConfirmed): void;
  /** The player makes something from now on. */
  onCraftingBegun?(message: CraftingBegun): void;
  /** A piece is finished. Sent when that is stored, after the slots that it changed. */
  onPieceCrafted?(message: PieceCrafted): void;
  /** The player makes nothing more. */
  onCraftingEnded?(message: CraftingEnded): void;
  /**
   * What the player has learned in a profession. Sent for each in which it has learned something when it enters, and when it has
   * learned more and that is stored.
   */
  onProfessionSkill?(message: ProfessionSkill): void;
  /** Another player wants to trade. */
  onTradeInvited?(message: TradeInvited): void;
  /** What lies on the table of the own trade, whole, whenever something of it changed. */
  onTradeState?(message: TradeState): void;
  /** A trade is over, or an invitation of the player that nobody took up. */
  onTradeEnded?(message: TradeEnded): void;
  /** One of the player's letters, as asked for by ReadLetters. */
  onLetter?(message: Letter): void;
  /** The answer to ReadLetters is complete. */
  onLettersRead?(message: LettersRead): void;
  /** Something became of a letter of the player's, and that is stored. ReadLetters tells how it is now. */
  onLetterNews?(message: LetterNews): void;
  /** A stack on the market, as asked for by SearchMarket. */
  onMarketListing?(message: MarketListing): void;
  /** The answer to SearchMarket is complete. */
  onMarketSearched?(message: MarketSearched): void;
  /**
   * What the player has to do with a quest. Sent of each that it took on or completed ever, behind Welcome, and when one of these
   * changed and is stored.
   */
  onQuestStatus?(message: QuestStatus): void;
  /**
   * What an npc has for the player, behind the confirmation of TalkTo, and of AcceptQuest and HandInQuest, which change it. What
   * people say stands in the content.
   */
  onQuestOffers?(message: QuestOffers): void;
  /** The world around one player at one tick. */
  onSnapshot?(message: Snapshot): void;
  /** Another player invites into a party. */
  onPartyInvited?(message: PartyInvited): void;
  /** An invitation is over. Told to both. */
  onPartyInvitationEnded?(message: PartyInvitationEnded): void;
  /**
   * The own party, whole: when its player enters, and whenever somebody came or went, or another leads or another way of sharing loot
   * holds.
   */
  onPartyState?(message: PartyState): void;
  /** Members of the own party of whom something changed, once a second at most. */
  onPartyMoved?(message: PartyMoved): void;
  /** The receiver is in this party no more. */
  onPartyEnded?(message: PartyEnded): void;
  /**
   * Something that a kill of the party left is rolled for by those with a share. It lies there for nobody meanwhile.
   */
  onLootRollBegun?(message: LootRollBegun): void;
  /** A roll is over. Told to all who had a part in it. */
  onLootRollEnded?(message: LootRollEnded): void;
  /** The player's report is stored, and goes to the operators. */
  onReportTaken?(message: ReportTaken): void;
  /**
   * Operators have decided about a report of the player. Told when they do, or else when the player comes in the next time; twice
   * at worst, then with the same number.
   */
  onReportDecided?(message: ReportDecided): void;
}

export class PlayerMessageReader {
  /** `messages` may be shared by readers none of which is called from within another's call. */
  constructor(
    private readonly messages: PlayerMessageObjects,
    private readonly state: PlayerMessageState,
    private readonly listener: PlayerMessageListener,
  ) {}

  /** False, and nobody was called, when it is no message to players or does not decode to its last byte. */
  read(data: Uint8Array, at: number, end: number): boolean {
    const { messages, state, listener } = this;
    switch (data[at]) {
      case welcomeId:
        if (decodeWelcome(messages.welcome, data, at, end) < 0) return false;
        state.welcome?.(messages.welcome);
        listener.onWelcome?.(messages.welcome);
        return true;
      case mapChangedId:
        if (decodeMapChanged(messages.mapChanged, data, at, end) < 0) return false;
        state.mapChanged?.(messages.mapChanged);
        listener.onMapChanged?.(messages.mapChanged);
        return true;
      case characterStatusId:
        if (decodeCharacterStatus(messages.characterStatus, data, at, end) < 0) return false;
        state.characterStatus?.(messages.characterStatus);
        listener.onCharacterStatus?.(messages.characterStatus);
        return true;
      case inventorySlotId:
        if (decodeInventorySlot(messages.inventorySlot, data, at, end) < 0) return false;
        state.inventorySlot?.(messages.inventorySlot);
        listener.onInventorySlot?.(messages.inventorySlot);
        return true;
      case chatMessageId:
        if (decodeChatMessage(messages.chat, data, at, end) < 0) return false;
        state.chat?.(messages.chat);
        listener.onChat?.(messages.chat);
        return true;
      case combatEventId:
        if (decodeCombatEvent(messages.combat, data, at, end) < 0) return false;
        state.combat?.(messages.combat);
        listener.onCombat?.(messages.combat);
        return true;
      case refusedId:
        if (decodeRefused(messages.refused, data, at, end) < 0) return false;
        state.refused?.(messages.refused);
        listener.onRefused?.(messages.refused);
        return true;
      case commandConfirmedId:
        if (decodeCommandConfirmed(messages.commandConfirmed, data, at, end) < 0) return false;
        state.commandConfirmed?.(messages.commandConfirmed);
        listener.onCommandConfirmed?.(messages.commandConfirmed);
        return true;
      case craftingBegunId:
        if (decodeCraftingBegun(messages.craftingBegun, data, at, end) < 0) return false;
        state.craftingBegun?.(messages.craftingBegun);
        listener.onCraftingBegun?.(messages.craftingBegun);
        return true;
      case pieceCraftedId:
        if (decodePieceCrafted(messages.pieceCrafted, data, at, end) < 0) return false;
        state.pieceCrafted?.(messages.pieceCrafted);
        listener.onPieceCrafted?.(messages.pieceCrafted);
        return true;
      case craftingEndedId:
        if (decodeCraftingEnded(messages.craftingEnded, data, at, end) < 0) return false;
        state.craftingEnded?.(messages.craftingEnded);
        listener.onCraftingEnded?.(messages.craftingEnded);
        return true;
      case professionSkillId:
        if (decodeProfessionSkill(messages.professionSkill, data, at, end) < 0) return false;
        state.professionSkill?.(messages.professionSkill);
        listener.onProfessionSkill?.(messages.professionSkill);
        return true;
      case tradeInvitedId:
        if (decodeTradeInvited(messages.tradeInvited, data, at, end) < 0) return false;
        state.tradeInvited?.(messages.tradeInvited);
        listener.onTradeInvited?.(messages.tradeInvited);
        return true;
      case tradeStateId:
        if (decodeTradeState(messages.tradeState, data, at, end) < 0) return false;
        state.tradeState?.(messages.tradeState);
        listener.onTradeState?.(messages.tradeState);
        return true;
      case tradeEndedId:
        if (decodeTradeEnded(messages.tradeEnded, data, at, end) < 0) return false;
        state.tradeEnded?.(messages.tradeEnded);
        listener.onTradeEnded?.(messages.tradeEnded);
        return true;
      case letterId:
        if (decodeLetter(messages.letter, data, at, end) < 0) return false;
        state.letter?.(messages.letter);
        listener.onLetter?.(messages.letter);
        return true;
      case lettersReadId:
        if (decodeLettersRead(messages.lettersRead, data, at, end) < 0) return false;
        state.lettersRead?.(messages.lettersRead);
        listener.onLettersRead?.(messages.lettersRead);
        return true;
      case letterNewsId:
        if (decodeLetterNews(messages.letterNews, data, at, end) < 0) return false;
        state.letterNews?.(messages.letterNews);
        listener.onLetterNews?.(messages.letterNews);
        return true;
      case marketListingId:
        if (decodeMarketListing(messages.marketListing, data, at, end) < 0) return false;
        state.marketListing?.(messages.marketListing);
        listener.onMarketListing?.(messages.marketListing);
        return true;
      case marketSearchedId:
        if (decodeMarketSearched(messages.marketSearched, data, at, end) < 0) return false;
        state.marketSearched?.(messages.marketSearched);
        listener.onMarketSearched?.(messages.marketSearched);
        return true;
      case questStatusId:
        if (decodeQuestStatus(messages.questStatus, data, at, end) < 0) return false;
        state.questStatus?.(messages.questStatus);
        listener.onQuestStatus?.(messages.questStatus);
        return true;
      case questOffersId:
        if (decodeQuestOffers(messages.questOffers, data, at, end) < 0) return false;
        state.questOffers?.(messages.questOffers);
        listener.onQuestOffers?.(messages.questOffers);
        return true;
      case snapshotId:
        if (decodeSnapshot(messages.snapshot, data, at, end) < 0) return false;
        state.snapshot?.(messages.snapshot);
        listener.onSnapshot?.(messages.snapshot);
        return true;
      case partyInvitedId:
        if (decodePartyInvited(messages.partyInvited, data, at, end) < 0) return false;
        state.partyInvited?.(messages.partyInvited);
        listener.onPartyInvited?.(messages.partyInvited);
        return true;
      case partyInvitationEndedId:
        if (decodePartyInvitationEnded(messages.partyInvitationEnded, data, at, end) < 0) return false;
        state.partyInvitationEnded?.(messages.partyInvitationEnded);
        listener.onPartyInvitationEnded?.(messages.partyInvitationEnded);
        return true;
      case partyStateId:
        if (decodePartyState(messages.partyState, data, at, end) < 0) return false;
        state.partyState?.(messages.partyState);
        listener.onPartyState?.(messages.partyState);
        return true;
      case partyMovedId:
        if (decodePartyMoved(messages.partyMoved, data, at, end) < 0) return false;
        state.partyMoved?.(messages.partyMoved);
        listener.onPartyMoved?.(messages.partyMoved);
        return true;
      case partyEndedId:
        if (decodePartyEnded(messages.partyEnded, data, at, end) < 0) return false;
        state.partyEnded?.(messages.partyEnded);
        listener.onPartyEnded?.(messages.partyEnded);
        return true;
      case lootRollBegunId:
        if (decodeLootRollBegun(messages.lootRollBegun, data, at, end) < 0) return false;
        state.lootRollBegun?.(messages.lootRollBegun);
        listener.onLootRollBegun?.(messages.lootRollBegun);
        return true;
      case lootRollEndedId:
        if (decodeLootRollEnded(messages.lootRollEnded, data, at, end) < 0) return false;
        state.lootRollEnded?.(messages.lootRollEnded);
        listener.onLootRollEnded?.(messages.lootRollEnded);
        return true;
      case reportTakenId:
        if (decodeReportTaken(messages.reportTaken, data, at, end) < 0) return false;
        state.reportTaken?.(messages.reportTaken);
        listener.onReportTaken?.(messages.reportTaken);
        return true;
      case reportDecidedId:
        if (decodeReportDecided(messages.reportDecided, data, at, end) < 0) return false;
        state.reportDecided?.(messages.reportDecided);
        listener.onReportDecided?.(messages.reportDecided);
        return true;
      default:
        return false;
    }
  }
}
