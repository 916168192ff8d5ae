// Who is in the world now, as the control thread knows it, and whom it tells about changes: of who comes and goes at
// once, of another level or map at most once in ten seconds a player.

import type { StoredCharacter } from '#ports/storage/character-store.js';
import type { Clock } from '#ports/system/clock.js';
import { nameKey } from '#ports/names/name-key.js';
import type { OnlinePlayer, TelemetrySink } from '#ports/system/telemetry-sink.js';
import type { NumberedAudience } from './character-audience.js';

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

/** In the world, but the simulation does not know its id: it was born in this session. */
interface Newborn {
  /** Its newest state while nobody is told of it. */
  character: StoredCharacter;
  /** 0 until the store has given it one; then it is among the players. */
  characterId: number;
}

/** Characters are saved more often than this when much happens to them; a list for people need not follow all that. */
export const changeEveryMs = 10_000;

export class OnlinePlayers implements NumberedAudience {
  /** By character: names may change, ids never do. */
  private readonly players = new Map<number, Known>();
  /** By name, which stays as it was created; never more than there are players in the world. */
  private readonly newborns = new Map<string, Newborn>();
  private audience: Listener | undefined;

  tell(sink: Listener['sink'], clock: Listener['clock']): void {
    this.audience = { sink, clock };
  }

  online(): readonly OnlinePlayer[] {
    return [...this.players.values()].map(({ now }) => now);
  }

  entered(character: StoredCharacter): void {
    if (character.characterId === 0) {
      this.newborns.set(nameKey(character.name), { character, characterId: 0 });
      return;
    }
    const player = onlinePlayer(character);
    const toldAtMs = this.audience?.clock.nowMs() ?? 0;
    this.players.set(character.characterId, { now: player, told: player, toldAtMs });
    this.audience?.sink.playerJoined(player);
  }

  /** Whoever waits for its id is in the world for all to know. */
  numbered({ name, characterId }: StoredCharacter): void {
    const newborn = this.newborns.get(nameKey(name));
    if (newborn === undefined || newborn.characterId !== 0) return;
    newborn.characterId = characterId;
    this.entered({ ...newborn.character, characterId });
  }

  /** Keeps level and map current. What comes too soon to be told is told with a later save: there are always more. */
  saved(character: StoredCharacter): void {
    const characterId = this.idOf(character);
    const known = this.players.get(characterId);
    if (known === undefined) return;
    known.now = onlinePlayer({ ...character, characterId });
    const { told, now } = known;
    if (this.audience === undefined || (told.level === now.level && told.map === now.map)) return;
    const nowMs = this.audience.clock.nowMs();
    if (nowMs - known.toldAtMs < changeEveryMs) return;
    known.told = now;
    known.toldAtMs = nowMs;
    this.audience.sink.playerChanged(now);
  }

  /** Who leaves before it has an id was not told of, and is not now. */
  departed(character: StoredCharacter): void {
    const characterId = this.idOf(character);
    const { name, level, playedSeconds } = character;
    if (character.characterId === 0) this.newborns.delete(nameKey(name));
    if (characterId === 0) return;
    this.players.delete(characterId);
    this.audience?.sink.playerLeft({ characterId, characterName: name, level, playedSeconds });
  }

  /** 0 for one that has none yet. */
  private idOf(character: StoredCharacter): number {
    if (character.characterId !== 0) return character.characterId;
    const newborn = this.newborns.get(nameKey(character.name));
    if (newborn === undefined) return 0;
    newborn.character = character;
    return newborn.characterId;
  }
}

function onlinePlayer({ characterId, name, accountId, level, mapKey }: StoredCharacter): OnlinePlayer {
  return { characterId, characterName: name, accountId, level, map: mapKey };
}
