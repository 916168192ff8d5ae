// What was met in played seeds, by name: a recording in which little happens holds little.

import {
  CombatOutcome,
  DisconnectReason,
  PartyEnd,
  PartyInvitationEnd,
  RefusalReason,
  TradeEnd,
} from '#domain/vocabulary/generated/words.js';
import type { Value } from './harness/tellings.js';

export class Met {
  readonly counts = new Map<string, number>();

  note(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  /** A call that tells players something, and what of its values makes a difference. */
  told(what: string, values: Readonly<Record<string, Value>>): void {
    this.note(what);
    if (what === 'refused') this.note(`refused: ${nameOf(RefusalReason, values['reason'])}`);
    if (what === 'combat') this.note(`combat: ${nameOf(CombatOutcome, values['outcome'])}`);
    if (what === 'tradeEnded') this.note(`trade ended: ${nameOf(TradeEnd, values['reason'])}`);
    if (what === 'partyEnded') this.note(`party ended: ${nameOf(PartyEnd, values['reason'])}`);
    if (what === 'partyInvitationEnded')
      this.note(`invitation ended: ${nameOf(PartyInvitationEnd, values['reason'])}`);
    if (what === 'chat') this.note(`chat: scope ${String(values['scope'])}`);
    if (what === 'end') {
      this.note(`end: ${nameOf(DisconnectReason, values['reason'])}`);
      this.note(`end: ${String(values['detail'])}`);
    }
  }
}

function nameOf(names: Readonly<Record<string, number>>, value: Value | undefined): string {
  return Object.keys(names).find((name) => names[name] === value) ?? `unknown ${String(value)}`;
}
