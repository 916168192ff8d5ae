// Chat: what players say, to those near them or to their whole map. The gateways limit how often.

import { chatText } from '#domain/chat/chat-text.js';
import { noteRequestRefused, noteSpoke } from '#domain/vocabulary/generated/facts.js';
import { ChatScope, RefusalReason } from '#domain/vocabulary/vocabulary.js';
import type { Game } from '../game/game.js';
import { RequestId } from './request-ids.js';
import type { Seat } from '../seats/seats.js';

export function talk(game: Game, seat: Seat, scope: ChatScope, said: string): void {
  const { facts } = game.world;
  const checked = chatText(said);
  if (!checked.ok) {
    const reason = checked.reason === 'empty' ? RefusalReason.emptyText : RefusalReason.notAllowed;
    noteRequestRefused(facts, seat.entity, RequestId.chat, reason);
  } else if (scope === ChatScope.server) {
    // That is the operators' voice.
    noteRequestRefused(facts, seat.entity, RequestId.chat, RefusalReason.notAllowed);
  } else if (noteSpoke(facts, seat.entity, scope)) facts.text[facts.count - 1] = checked.text;
}
