// Chat: what players say, to those near them or to their whole map. The gateways limit how often.

import type { WorldOf } from '../engine/system.js';
import { noteSpoke } from '../vocabulary/generated/facts.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { ChatScope, RefusalReason } from '../vocabulary/generated/words.js';
import { chatText } from './chat-text.js';
import { isMuted } from './mute.js';

/** What the player at `row` says is a fact, with its words; or why it is not said. */
export function talk(
  world: WorldOf<'muted' | 'calendar'>,
  row: number,
  scope: ChatScope,
  said: string,
): Verdict {
  if (isMuted(world, row)) return RefusalReason.muted;
  const checked = chatText(said);
  if (!checked.ok) return checked.reason === 'empty' ? RefusalReason.emptyText : RefusalReason.notAllowed;
  // That is the operators' voice.
  if (scope === ChatScope.server) return RefusalReason.notAllowed;
  const { facts } = world;
  if (noteSpoke(facts, world.idAt(row), scope)) facts.text[facts.count - 1] = checked.text;
  return allowed;
}
