// What a game server tells as erased. Who it was is forgotten here, too: of those whose erasure somebody ordered without a
// word, since the order is in the audit log; of others with an entry that names server, token and address, because a token in wrong hands
// must not change the log unseen, and up to a bound, because it is remembered for ever. Others there are: what was ordered
// since the backup from which this database was restored.

import type { ForgottenPlayer } from '#ports/admin/audit/forgotten-player.js';
import type { DirectoryPlayer } from '#ports/admin/players/player-directory.js';
import type {
  ErasedCharacter,
  ForgottenCharacter,
  RememberedErasure,
} from '#ports/admin/players/erased-character.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Origin } from '../access/caller.js';
import { orderOf, wasOrdered, type ErasureOrder } from './erasure-orders.js';

/** Who told it. */
export interface Teller {
  readonly serverId: string;
  readonly token: Pick<ServerToken, 'id' | 'label'>;
  readonly origin: Pick<Origin, 'address' | 'requestId'>;
}

/** Of one server, together with those that were ordered. */
const rememberedMax = 10_000;
/** Numbers in one entry of the audit log. */
const namedMax = 50;

type Ports = Pick<AdminPorts, 'players' | 'commands' | 'sanctions' | 'notes' | 'reports' | 'audit' | 'clock'>;

/** Whom the directory is to remember, and what else knew them. */
export interface Forgetting {
  readonly remembered: readonly ForgottenCharacter[];
  /** Once the directory does not list them any more: for what was written of them in between. */
  again(): Promise<void>;
}

/** `isRepeated`: the batch was taken, and what follows that may have broken off. Before the directory forgets them: told again, after whatever broke off, it is done again. */
export async function forgetErased(
  ports: Ports,
  teller: Teller,
  told: readonly ErasedCharacter[],
  isRepeated = false,
): Promise<Forgetting> {
  if (told.length === 0) return { remembered: [], again: async () => {} };
  const { players } = ports;
  const { serverId } = teller;
  const erased = await players.erasedAmong(serverId, told);
  const known = new Map(erased.map((one) => [keyOf(one), one.receipts]));
  let room = rememberedMax - (await players.countErased(serverId));
  const remembered: ForgottenCharacter[] = [];
  const traces: Trace[] = [];
  const unordered: ErasedCharacter[] = [];
  const refused: ErasedCharacter[] = [];
  if (isRepeated) traces.push(...(await tracesOf(ports, serverId, erased)));
  for (const one of told) {
    const { characterId } = one;
    const receipts = known.get(keyOf(one));
    // With the first receipt comes what was remembered before servers gave any.
    const isKnown = receipts !== undefined && (receipts.length === 0 || isAmong(one.receipt, receipts));
    const player = await players.findCharacter(serverId, characterId);
    // Those that are known come again with every telling of all.
    if (isKnown && player === undefined) {
      if (receipts.length === 0 && one.receipt !== undefined) remembered.push(one);
      continue;
    }
    const order = await orderOf(ports, { serverId, characterId, playerId: player?.id, name: player?.name });
    if (order === undefined && !isKnown && room <= 0) {
      refused.push(one);
      continue;
    }
    if (!isKnown) room--;
    if (order === undefined) unordered.push(one);
    const trace = { whose: { serverId, characterId, accountId: player?.accountId }, player, order };
    await forgetTrace(ports, trace);
    traces.push(trace);
    remembered.push({ ...one, orderedAs: order?.playerId });
  }
  await record(ports, teller, 'done', unordered, 'the server told it, and nobody here had ordered it');
  await record(ports, teller, 'refused', refused, `more than ${rememberedMax} of one server`);
  return {
    remembered,
    async again() {
      for (const trace of traces) await forgetTrace(ports, trace);
    },
  };
}

/** Who somebody was, as far as it is known. */
interface Trace {
  readonly whose: Pick<ForgottenPlayer, 'serverId' | 'characterId' | 'accountId'>;
  readonly player: DirectoryPlayer | undefined;
  readonly order: ErasureOrder | undefined;
}

async function forgetTrace(ports: Ports, { whose, player, order }: Trace): Promise<void> {
  await forgetPlayer(ports, whose, player, order);
  // A token's word alone ends no ban, and takes no note away.
  if (order === undefined) return;
  const { serverId, characterId } = whose;
  await ports.sanctions.forgetPlayer(serverId, characterId);
  await ports.notes.forgetPlayer(serverId, characterId);
  await ports.reports.forgetPlayer(serverId, characterId);
}

/** Of those that the directory does not list any more. */
async function tracesOf(
  ports: Ports,
  serverId: string,
  erased: readonly RememberedErasure[],
): Promise<readonly Trace[]> {
  const traces: Trace[] = [];
  for (const { characterId, playerId } of erased) {
    if (playerId === undefined || (await ports.players.findCharacter(serverId, characterId))) continue;
    const whose = { serverId, characterId, accountId: undefined };
    const isOrdered = await wasOrdered(ports, serverId, playerId);
    if (isOrdered) traces.push({ whose, player: undefined, order: { playerId, name: '' } });
  }
  return traces;
}

/** By its ids of now and of the order, which has the name that it had then. */
async function forgetPlayer(
  { commands, audit }: Ports,
  whose: Pick<ForgottenPlayer, 'serverId' | 'characterId' | 'accountId'>,
  ...known: readonly ({ readonly id: string; readonly name: string } | ErasureOrder | undefined)[]
): Promise<void> {
  const done = new Set<string>();
  for (const one of known) {
    if (one?.name === undefined) continue;
    const playerId = 'id' in one ? one.id : one.playerId;
    const key = `${playerId} ${one.name}`;
    if (done.has(key)) continue;
    done.add(key);
    const player = { ...whose, playerId, name: one.name };
    await commands.forgetPlayer(player);
    await audit.forgetPlayer(player);
  }
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
