// What a game server tells as erased. Who it was is forgotten here, too: of those whose erasure somebody ordered without a
// word, since the order is in the audit log; of others with an entry that names the server, because a token in wrong hands
// must not change the log unseen, and up to a bound, because it is remembered for ever. Others there are: what was ordered
// since the backup from which this database was restored.

import type { DirectoryPlayer } from '#ports/admin/players/player-directory.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { RegisteredServer } from '#ports/admin/servers/server-registry.js';
import type { AdminPorts } from '../access/admin-ports.js';

/** Of one server, together with those that were ordered. */
const rememberedMax = 10_000;
/** Commands of one player that are looked at; the audit log has the older ones. */
const commandsMax = 200;
/** Numbers in one entry of the audit log. */
const namedMax = 50;

type Ports = Pick<AdminPorts, 'players' | 'commands' | 'audit' | 'clock'>;

/** Answers which of them are to be remembered. Before the directory does: told again, after whatever broke off, it is done again. */
export async function forgetErased(
  ports: Ports,
  server: Pick<RegisteredServer, 'id' | 'name'>,
  told: readonly ErasedCharacter[],
): Promise<readonly ErasedCharacter[]> {
  if (told.length === 0) return [];
  const { players } = ports;
  const known = new Set((await players.erasedAmong(server.id, told)).map(keyOf));
  let room = rememberedMax - (await players.countErased(server.id));
  const remembered: ErasedCharacter[] = [];
  const unordered: ErasedCharacter[] = [];
  const refused: ErasedCharacter[] = [];
  for (const one of told) {
    const isKnown = known.has(keyOf(one));
    const player = await players.findCharacter(server.id, one.characterId);
    // Those that are known come again with every telling of all.
    if (isKnown && player === undefined) continue;
    if (player === undefined || !(await wasOrdered(ports, player.id))) {
      if (!isKnown && room-- <= 0) {
        refused.push(one);
        continue;
      }
      unordered.push(one);
    }
    if (player !== undefined) await forgetPlayer(ports, server.id, player);
    remembered.push(one);
  }
  await record(ports, server, 'done', unordered, 'the server told it, and nobody here had ordered it');
  await record(ports, server, 'refused', refused, `more than ${rememberedMax} of one server`);
  return remembered;
}

/** Also what the server has not answered for yet: it may tell the directory first. */
async function wasOrdered({ commands, audit }: Ports, playerId: string): Promise<boolean> {
  const target = `player:${playerId}`;
  const given = await commands.page({ target, limit: commandsMax });
  if (given.some(({ kind }) => kind === 'erase')) return true;
  const entries = await audit.page({ action: 'command.erase', target, outcome: 'done', limit: 1 });
  return entries.length > 0;
}

async function forgetPlayer(
  { commands, audit }: Ports,
  serverId: string,
  { id: playerId, accountId, name }: DirectoryPlayer,
): Promise<void> {
  await commands.forgetPlayer(`player:${playerId}`);
  await audit.forgetPlayer({ playerId, serverId, accountId, name });
}

async function record(
  { audit, clock }: Ports,
  { id, name }: Pick<RegisteredServer, 'id' | 'name'>,
  outcome: 'done' | 'refused',
  characters: readonly ErasedCharacter[],
  why: string,
): Promise<void> {
  if (characters.length === 0) return;
  await audit.append({
    atUnixMs: clock.unixMs(),
    actorId: undefined,
    actorName: name,
    action: 'player.forget',
    outcome,
    target: `server:${id}`,
    details: {
      characters: characters.length,
      characterIds: characters.slice(0, namedMax).map(({ characterId }) => characterId),
      why,
    },
    address: '',
    requestId: '',
  });
}

function keyOf({ characterId, createdAtUnixMs }: ErasedCharacter): string {
  return `${characterId} ${createdAtUnixMs}`;
}
