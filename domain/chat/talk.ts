// Chat: what players say, to those near them, to their whole map or to their party. The gateways limit how often.

import type { WorldOf } from '../engine/system.js';
import { noteSpoke } from '../vocabulary/generated/facts.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { ChatScope, RefusalReason } from '../vocabulary/generated/words.js';
import { chatText } from './chat-text.js';
import { isMuted } from './mute.js';

/** What the player at `row` says is a fact, with its words; or why it is not said. */
export function talk(
  world: WorldOf<'muted' | 'calendar' | 'player' | 'parties' | 'transform', 'spokenLines'>,
  row: number,
  scope: ChatScope,
  said: string,
): Verdict {
  if (isMuted(world, row)) return RefusalReason.muted;
  const checked = chatText(said);
  if (!checked.ok) return checked.reason === 'empty' ? RefusalReason.emptyText : RefusalReason.notAllowed;
  // That is the operators' voice.
  if (scope === ChatScope.server) return RefusalReason.notAllowed;
  if (scope === ChatScope.party && !isInParty(world, row)) return RefusalReason.notInParty;
  const { facts, tick, components, tables } = world;
  const { text } = checked;
  // Too much happens in this tick: nobody hears it.
  if (!noteSpoke(facts, world.idAt(row), scope)) return allowed;
  facts.text[facts.count - 1] = text;
  const map = components.transform.columns.map[row]!;
  tables.spokenLines.add(components.player.columns.character[row]!, { tick, scope, map, text });
  return allowed;
}

function isInParty(world: WorldOf<'player' | 'parties'>, row: number): boolean {
  return world.tables.parties.of(world.components.player.columns.character[row]!) >= 0;
}
