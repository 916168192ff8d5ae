// Chat: what players say, to those near them or to their whole map. The gateways limit how often.

import { chatText } from '#domain/chat/chat-text.js';
import { ChatScope, RefusalReason } from '#domain/vocabulary/vocabulary.js';
import type { Game } from '../game/game.js';
import { RequestId } from './request-ids.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';

export function talk(game: Game, seat: Seat, scope: ChatScope, said: string): void {
  const checked = chatText(said);
  if (!checked.ok) {
    const reason = checked.reason === 'empty' ? RefusalReason.emptyText : RefusalReason.notAllowed;
    game.output.refused(seat.session, RequestId.chat, reason);
    return;
  }
  switch (scope) {
    case ChatScope.say:
      game.output.chatNearby(seat.entity, seat.sheet.name, checked.text);
      break;
    case ChatScope.zone:
      talkToZone(game, seat, checked.text);
      break;
    case ChatScope.server:
      // That is the operators' voice.
      game.output.refused(seat.session, RequestId.chat, RefusalReason.notAllowed);
      break;
  }
}

function talkToZone(game: Game, speaker: Seat, text: string): void {
  const { map } = game.world.components.transform.columns;
  const here = map[speaker.place]!;
  for (const seat of game.seats.all()) {
    if (seat.state === SeatState.playing && map[seat.place] === here)
      game.output.chat(seat.session, ChatScope.zone, speaker.entity, speaker.sheet.name, text);
  }
}
