// Invitations into parties that are open, and those that were declined and keep who was asked from being asked again at once.
// Few at a time, and each for seconds: found by looking at all.
//
// One more than there may be is refused as busy, and counted in `refused`.

import { defineTable } from '../engine/system.js';

/** Of all players together. */
export const invitationsMax = 2048;
/** From one player: as many as its party can have others. */
export const sentMax = 4;
/** To one player. */
export const receivedMax = 8;

export class PartyInvitations {
  lastNumber = 0;
  /** Invitations refused because of the cap for all, since the start. */
  refused = 0;
  count = 0;
  readonly numbers = new Uint32Array(invitationsMax);
  /** Characters. */
  readonly from = new Uint32Array(invitationsMax);
  readonly to = new Uint32Array(invitationsMax);
  readonly untilTick = new Uint32Array(invitationsMax);
  /** 1 for one that was declined. */
  readonly isDeclined = new Uint8Array(invitationsMax);
  readonly fromNames = new Array<string>(invitationsMax).fill('');
  readonly toNames = new Array<string>(invitationsMax).fill('');

  /** Index of the open one with that number to a character, -1 for none. */
  findOpen(number: number, to: number): number {
    for (let at = 0; at < this.count; at++)
      if (this.numbers[at] === number && this.to[at] === to) return this.isDeclined[at] === 0 ? at : -1;
    return -1;
  }

  /** Index of one between two, open or declined, -1 for none. */
  findBetween(from: number, to: number): number {
    for (let at = 0; at < this.count; at++) if (this.from[at] === from && this.to[at] === to) return at;
    return -1;
  }

  sentBy(from: number): number {
    let sent = 0;
    for (let at = 0; at < this.count; at++) if (this.from[at] === from) sent++;
    return sent;
  }

  /** Declined ones do not count: nobody is kept from being invited by what it turned down. */
  receivedBy(to: number): number {
    let received = 0;
    for (let at = 0; at < this.count; at++) if (this.to[at] === to && this.isDeclined[at] === 0) received++;
    return received;
  }

  /** Its index, -1 when there are as many as there may be. */
  open(from: number, fromName: string, to: number, toName: string, untilTick: number): number {
    if (this.count === invitationsMax) {
      this.refused++;
      return -1;
    }
    const at = this.count++;
    // 4 milliards take years; 0 stays free for "none".
    this.lastNumber = (this.lastNumber + 1) >>> 0 || 1;
    this.numbers[at] = this.lastNumber;
    this.from[at] = from;
    this.to[at] = to;
    this.untilTick[at] = untilTick;
    this.isDeclined[at] = 0;
    this.fromNames[at] = fromName;
    this.toNames[at] = toName;
    return at;
  }

  /** The last one takes its index: who goes through all goes backwards. */
  remove(at: number): void {
    const last = --this.count;
    this.numbers[at] = this.numbers[last]!;
    this.from[at] = this.from[last]!;
    this.to[at] = this.to[last]!;
    this.untilTick[at] = this.untilTick[last]!;
    this.isDeclined[at] = this.isDeclined[last]!;
    this.fromNames[at] = this.fromNames[last]!;
    this.toNames[at] = this.toNames[last]!;
    this.fromNames[last] = '';
    this.toNames[last] = '';
  }

  /** For hashing. */
  eachWord(visit: (word: number) => void): void {
    visit(this.lastNumber);
    for (let at = 0; at < this.count; at++) {
      visit(this.numbers[at]!);
      visit(this.from[at]!);
      visit(this.to[at]!);
      visit(this.untilTick[at]!);
      visit(this.isDeclined[at]!);
    }
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    partyInvitations: PartyInvitations;
  }
}

export const partyInvitations = defineTable({
  name: 'partyInvitations',
  create: () => new PartyInvitations(),
  eachWord: (table, visit) => table.eachWord(visit),
});
