// Who is in the world now, as the control thread knows it, and whom it tells about changes: of who comes and goes at
// once, of another level or map at most once in ten seconds a player.

import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import type { Clock } from '#ports/system/clock.js';
import type { OnlinePlayer, TelemetrySink } from '#ports/system/telemetry-sink.js';
import type { CharacterAudience } from './character-audience.js';

interface Listener {
  readonly sink: Pick<TelemetrySink, 'playerJoined' | 'playerLeft' | 'playerChanged'>;
  readonly clock: Pick<Clock, 'nowMs'>;
}

interface Known {
  now: OnlinePlayer;
  /** As the audience knows it, and since when. */
  told: OnlinePlayer;
  toldAtMs: number;
}

/** Characters are saved more often than this when much happens to them; a list for people need not follow all that. */
export const changeEveryMs = 10_000;

export class OnlinePlayers implements CharacterAudience {
  /** By character: names may change, ids never do. */
  private readonly players = new Map<number, Known>();
  private audience: Listener | undefined;

  tell(sink: Listener['sink'], clock: Listener['clock']): void {
    this.audience = { sink, clock };
  }

  online(): readonly OnlinePlayer[] {
    return [...this.players.values()].map(({ now }) => now);
  }

  entered(character: StoredCharacter): void {
    const player = onlinePlayer(character);
    const toldAtMs = this.audience?.clock.nowMs() ?? 0;
    this.players.set(character.characterId, { now: player, told: player, toldAtMs });
    this.audience?.sink.playerJoined(player);
  }

  /** Keeps level and map current. What comes too soon to be told is told with a later save: there are always more. */
  saved(character: StoredCharacter): void {
    const known = this.players.get(character.characterId);
    if (known === undefined) return;
    known.now = onlinePlayer(character);
    const { told, now } = known;
    if (this.audience === undefined || (told.level === now.level && told.map === now.map)) return;
    const nowMs = this.audience.clock.nowMs();
    if (nowMs - known.toldAtMs < changeEveryMs) return;
    known.told = now;
    known.toldAtMs = nowMs;
    this.audience.sink.playerChanged(now);
  }

  departed({ characterId, name, level, playedSeconds }: StoredCharacter): void {
    this.players.delete(characterId);
    this.audience?.sink.playerLeft({ characterId, characterName: name, level, playedSeconds });
  }
}

function onlinePlayer({ characterId, name, accountId, level, mapKey }: StoredCharacter): OnlinePlayer {
  return { characterId, characterName: name, accountId, level, map: mapKey };
}
