// Decodes what the server says and puts it where it belongs, then tells the listener. A message that does not decode
// changes nothing.

import type {
  CharacterStatus,
  CraftingBegun,
  CraftingEnded,
  InventorySlot,
  Letter,
  LetterNews,
  LootRollBegun,
  LootRollEnded,
  MapChanged,
  MarketListing,
  PartyEnded,
  PartyInvitationEnded,
  PartyInvited,
  PartyMoved,
  PartyState,
  PieceCrafted,
  ProfessionSkill,
  QuestOffers,
  QuestStatus,
  Snapshot,
  TradeEnded,
  TradeState,
  Welcome,
} from '#adapters/protocol/generated/game.js';
import { snapshotId } from '#adapters/protocol/generated/game.js';
import { PlayerMessageReader } from '#adapters/protocol/generated/messages.js';
import type {
  PlayerMessageListener,
  PlayerMessageObjects,
  PlayerMessageState,
} from '#adapters/protocol/generated/messages.js';
import type { GameState } from './game-state.js';

export const ReadResult = { event: 0, snapshot: 1, malformed: 2 } as const;
export type ReadResult = (typeof ReadResult)[keyof typeof ReadResult];

/** What the client makes of messages itself; of all others only the listener hears. */
export class MessageReader implements PlayerMessageState {
  private readonly reader: PlayerMessageReader;
  /** Of the message that is being read. */
  private nowMs = 0;
  private roundTripMs = 0;

  constructor(
    messages: PlayerMessageObjects,
    private readonly state: GameState,
    listener: PlayerMessageListener,
  ) {
    this.reader = new PlayerMessageReader(messages, this, listener);
  }

  /** `nowMs` is when it arrived; `roundTripMs` the latest round trip measured, 0 for none. */
  read(data: Uint8Array, at: number, length: number, nowMs: number, roundTripMs: number): ReadResult {
    this.nowMs = nowMs;
    this.roundTripMs = roundTripMs;
    if (!this.reader.read(data, at, at + length)) return ReadResult.malformed;
    return data[at] === snapshotId ? ReadResult.snapshot : ReadResult.event;
  }

  // — PlayerMessageState —

  welcome(message: Welcome): void {
    this.state.self.welcome(message);
  }

  mapChanged(message: MapChanged): void {
    this.state.self.mapChanged(message);
  }

  characterStatus(message: CharacterStatus): void {
    this.state.self.status(message);
  }

  inventorySlot(message: InventorySlot): void {
    this.state.self.slot(message);
  }

  professionSkill(message: ProfessionSkill): void {
    this.state.self.learned(message);
  }

  craftingBegun(message: CraftingBegun): void {
    this.state.crafting.begun(message);
  }

  pieceCrafted(message: PieceCrafted): void {
    this.state.crafting.crafted(message);
  }

  craftingEnded(message: CraftingEnded): void {
    this.state.crafting.ended(message);
  }

  tradeState(message: TradeState): void {
    this.state.trade.told(message);
  }

  tradeEnded(message: TradeEnded): void {
    this.state.trade.ended(message);
  }

  letter(message: Letter): void {
    this.state.mailbox.told(message);
  }

  letterNews(message: LetterNews): void {
    this.state.mailbox.news(message);
  }

  marketListing(message: MarketListing): void {
    this.state.mailbox.found(message);
  }

  marketSearched(): void {
    this.state.mailbox.searched();
  }

  questStatus(message: QuestStatus): void {
    this.state.quests.told(message);
  }

  questOffers(message: QuestOffers): void {
    this.state.quests.offered(message);
  }

  partyInvited(message: PartyInvited): void {
    this.state.party.invited(message);
  }

  partyInvitationEnded(message: PartyInvitationEnded): void {
    this.state.party.invitationEnded(message);
  }

  partyState(message: PartyState): void {
    this.state.party.told(message);
  }

  partyMoved(message: PartyMoved): void {
    this.state.party.moved(message);
  }

  lootRollBegun(message: LootRollBegun): void {
    this.state.party.rollBegun(message);
  }

  lootRollEnded(message: LootRollEnded): void {
    this.state.party.rollEnded(message);
  }

  partyEnded(message: PartyEnded): void {
    this.state.party.ended(message);
  }

  snapshot(message: Snapshot): void {
    this.state.takeSnapshot(message, this.nowMs, this.roundTripMs);
  }
}
