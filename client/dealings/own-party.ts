// The party that the own character is in, as the server last told it, and the invitations that it may take up.

import type {
  LootRollBegun,
  LootRollEnded,
  PartyEnded,
  PartyInvitationEnded,
  PartyInvited,
  PartyLootMode,
  PartyMoved,
  PartyState,
} from '#adapters/protocol/generated/game.js';

export interface KnownMember {
  readonly name: string;
  /** Its entity, 0 while it is not in the world. */
  readonly entity: number;
  readonly level: number;
  /** Of 255; 0 for the dead, and for who is not in the world. */
  readonly health: number;
  /** Numeric id of its map, 0 while it is not in the world. */
  readonly map: number;
  /** Metres, on its map. */
  readonly x: number;
  readonly y: number;
}

/** Something that is rolled for. */
export interface OpenRoll {
  /** Entity of what lies there. */
  readonly loot: number;
  readonly item: number;
  readonly wear: number;
}

export class OwnParty {
  /** Number of the party, 0 for none. */
  number = 0;
  /** Numbers of the member who leads, and of the own character. */
  leader = 0;
  own = 0;
  /** 0 without a party. */
  loot: PartyLootMode | 0 = 0;
  /** By number, from the longest in it to the newest, the own character too. */
  readonly members = new Map<number, KnownMember>();
  /** Who invites, by the number of the invitation. */
  readonly invitations = new Map<number, string>();
  /** By the number of the roll. */
  readonly rolls = new Map<number, OpenRoll>();

  invited({ invitation, name }: PartyInvited): void {
    this.invitations.set(invitation, name);
  }

  invitationEnded({ invitation }: PartyInvitationEnded): void {
    this.invitations.delete(invitation);
  }

  told(message: PartyState): void {
    this.number = message.party;
    this.leader = message.leader;
    this.own = message.own;
    this.loot = message.loot;
    this.members.clear();
    for (let i = 0; i < message.membersCount; i++) {
      const { member, name, entity, level, health, map, x, y } = message.members[i]!;
      this.members.set(member, { name, entity, level, health, map, x, y });
    }
  }

  moved(message: PartyMoved): void {
    for (let i = 0; i < message.membersCount; i++) {
      const { member, level, health, map, x, y } = message.members[i]!;
      const known = this.members.get(member);
      if (known !== undefined) this.members.set(member, { ...known, level, health, map, x, y });
    }
  }

  /** Of an earlier party it changes nothing. */
  ended({ party }: PartyEnded): void {
    if (party === this.number) this.disband();
  }

  rollBegun({ roll, loot, item, wear }: LootRollBegun): void {
    this.rolls.set(roll, { loot, item, wear });
  }

  rollEnded({ roll }: LootRollEnded): void {
    this.rolls.delete(roll);
  }

  /** Another session: what still holds is told anew. */
  leave(): void {
    this.disband();
    this.invitations.clear();
    this.rolls.clear();
  }

  private disband(): void {
    this.number = 0;
    this.leader = 0;
    this.own = 0;
    this.loot = 0;
    this.members.clear();
  }
}
