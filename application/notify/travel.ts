// Players who changed map are told so, and both their client and their gateway start to look anew.

import type { Game } from '../game/game.js';
import { saveSoon } from '../door/keep-characters.js';
import { SeatState } from '../seats/seats.js';

/** After `Zones.apply`. */
export function tellTravellers(game: Game): void {
  const { world, zones, seats, output } = game;
  const { map, x, y } = world.components.transform.columns;
  for (let i = 0; i < zones.travelledCount; i++) {
    const place = zones.travelled[i]!;
    const seat = seats.at(place);
    if (seat?.state !== SeatState.playing) continue;
    const { id, key } = world.maps[map[place]!]!.definition;
    output.placed(seat.session, seat.entity, map[place]!);
    output.mapChanged(seat.session, id, key, x[place]!, y[place]!);
    game.wakefulness.arrived(place);
    saveSoon(game, place);
  }
}
