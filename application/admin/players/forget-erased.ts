// What a game server tells as erased. Who it was is forgotten here, too: of those whose erasure somebody ordered without a
// word, since the order is in the audit log; of others with an entry that names server, token and address, because a token in wrong hands
// must not change the log unseen, and up to a bound, because it is remembered for ever. Others there are: what was ordered
// since the backup from which this database was restored.

import type { DirectoryPlayer } from '#ports/admin/players/player-directory.js';
import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Origin } from '../access/caller.js';

/** Who told it. */
export interface Teller {
  readonly serverId: string;
  readonly token: Pick<ServerToken, 'id' | 'label'>;
  readonly origin: Pick<Origin, 'address' | 'requestId'>;
}

/** Of one server, together with those that were ordered. */
const rememberedMax = 10_000;
/** Commands of one player that are looked at; the audit log has the older ones. */
const commandsMax = 200;
/** Numbers in one entry of the audit log. */
const namedMax = 50;

type Ports = Pick<AdminPorts, 'players' | 'commands' | 'sanctions' | 'notes' | 'audit' | 'clock'>;

/** Answers which of them are to be remembered. Before the directory does: told again, after whatever broke off, it is done again. */
export async function forgetErased(
  ports: Ports,
  teller: Teller,
  told: readonly ErasedCharacter[],
): Promise<readonly ErasedCharacter[]> {
  if (told.length === 0) return [];
  const { players } = ports;
  const { serverId } = teller;
  const known = new Map((await players.erasedAmong(serverId, told)).map((one) => [keyOf(one), one.receipts]));
  let room = rememberedMax - (await players.countErased(serverId));
  const remembered: ErasedCharacter[] = [];
  const unordered: ErasedCharacter[] = [];
  const refused: ErasedCharacter[] = [];
  for (const one of told) {
    const receipts = known.get(keyOf(one));
    // With the first receipt comes what was remembered before servers gave any.
    const isKnown = receipts !== undefined && (receipts.length === 0 || isAmong(one.receipt, receipts));
    const player = await players.findCharacter(serverId, one.characterId);
    // Those that are known come again with every telling of all.
    if (isKnown && player === undefined) {
      if (receipts.length === 0 && one.receipt !== undefined) remembered.push(one);
      continue;
    }
    // Once for an order: told again by another moment or receipt it is nobody's order.
    const isOrdered =
      player !== undefined && (await wasOrdered(ports, player.id)) && !(await players.isErased(player.id));
    if (!isOrdered) {
      if (!isKnown && room-- <= 0) {
        refused.push(one);
        continue;
      }
      unordered.push(one);
    }
    if (player !== undefined) await forgetPlayer(ports, { ...player, characterId: one.characterId });
    // A token's word alone ends no ban, and takes no note away.
    if (isOrdered) {
      await ports.sanctions.forgetPlayer(serverId, one.characterId);
      await ports.notes.forgetPlayer(serverId, one.characterId);
    }
    remembered.push(one);
  }
  await record(ports, teller, 'done', unordered, 'the server told it, and nobody here had ordered it');
  await record(ports, teller, 'refused', refused, `more than ${rememberedMax} of one server`);
  return remembered;
}

/** Also by an order that the server has not answered for yet: it may tell the directory first. */
export async function wasOrdered(
  { commands, audit }: Pick<AdminPorts, 'commands' | 'audit'>,
  playerId: string,
): Promise<boolean> {
  const target = `player:${playerId}`;
  const given = await commands.page({ target, limit: commandsMax });
  const orders = given.filter(({ kind }) => kind === 'erase');
  if (orders.length > 0) return orders.some(mayBeDone);
  const entries = await audit.page({ action: 'command.erase', target, outcome: 'done', limit: 1 });
  return entries.length > 0;
}

function mayBeDone({ state, refusal }: OperatorCommand): boolean {
  return state === 'refused' ? refusal === 'unfinished' : state !== 'timed-out';
}

async function forgetPlayer(
  { commands, audit }: Ports,
  {
    id: playerId,
    characterId,
    serverId,
    accountId,
    name,
  }: DirectoryPlayer & { readonly characterId: number },
): Promise<void> {
  const player = { playerId, characterId, serverId, accountId, name };
  await commands.forgetPlayer(player);
  await audit.forgetPlayer(player);
}

async function record(
  { audit, clock }: Ports,
  { serverId, token, origin }: Teller,
  outcome: 'done' | 'refused',
  characters: readonly ErasedCharacter[],
  why: string,
): Promise<void> {
  if (characters.length === 0) return;
  await audit.append({
    atUnixMs: clock.unixMs(),
    actorId: undefined,
    actorName: `server:${serverId}`,
    action: 'player.forget',
    outcome,
    target: `server:${serverId}`,
    details: {
      ...{ tokenId: token.id, token: token.label },
      characters: characters.length,
      characterIds: characters.slice(0, namedMax).map(({ characterId }) => characterId),
      why,
    },
    address: origin.address,
    requestId: origin.requestId,
  });
}

function isAmong(receipt: string | undefined, receipts: readonly string[]): boolean {
  return receipt === undefined || receipts.includes(receipt);
}

function keyOf({
  characterId,
  createdAtUnixMs,
}: Pick<ErasedCharacter, 'characterId' | 'createdAtUnixMs'>): string {
  return `${characterId} ${createdAtUnixMs}`;
}
