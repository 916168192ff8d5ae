// What a client that arranges its bag does: moves its one stack to and fro between two slots, each move a command of its
// own, and notes how long the server took to say that it is stored.

import {
  CommandConfirmed,
  HolderKind,
  MoveItem,
  commandConfirmedId,
  decodeCommandConfirmed,
  encodeMoveItem,
  moveItemSizeMax,
  refusedId,
} from '#adapters/protocol/generated/game.js';
import type { Connection } from '#adapters/protocol/session/connection/connection.js';
import { stackUnits } from './give-stacks.js';

/** Longer is counted as this. */
export const confirmMsMax = 5000;
/** More are never unanswered: who waits for so many waits before it asks again. */
const openMax = 64;

/** Of all clients together. */
export class Moves {
  sent = 0;
  refused = 0;
  /** A client that waited for too many answers already. */
  heldBack = 0;
  /** How many were confirmed after so many whole milliseconds. */
  readonly confirmedAfterMs = new Uint32Array(confirmMsMax + 1);
}

// All clients take turns with these.
const move = new MoveItem();
const confirmed = new CommandConfirmed();
const scratch = new Uint8Array(moveItemSizeMax);

export class StackMover {
  private command = 0;
  private open = 0;
  private slot = 0;
  private readonly sentMs = new Float64Array(openMax);

  constructor(private readonly moves: Moves) {}

  ask(connection: Connection, nowMs: number): void {
    if (this.open === openMax) {
      this.moves.heldBack++;
      return;
    }
    move.command = ++this.command;
    move.from = move.to = HolderKind.inventory;
    move.fromSlot = this.slot;
    move.toSlot = this.slot = 1 - this.slot;
    move.units = stackUnits;
    this.sentMs[this.command % openMax] = nowMs;
    this.open++;
    this.moves.sent++;
    const bytes = encodeMoveItem(move, scratch, 0);
    connection.outgoing.enqueue(true, scratch, 0, bytes, Math.floor(nowMs) | 0);
  }

  onMessage(buffer: Uint8Array, at: number, length: number, nowMs: number): void {
    if (buffer[at] === refusedId) {
      this.moves.refused++;
      this.open--;
    } else if (buffer[at] === commandConfirmedId) {
      if (decodeCommandConfirmed(confirmed, buffer, at, at + length) < 0) return;
      const tookMs = Math.max(0, Math.floor(nowMs - this.sentMs[confirmed.command % openMax]!));
      this.moves.confirmedAfterMs[Math.min(confirmMsMax, tookMs)]!++;
      this.open--;
    }
  }
}
