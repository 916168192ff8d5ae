// Sanctions in memory.

import { randomUUID } from 'node:crypto';
import {
  sanctionsInForceMax,
  sanctionsKeptMax,
  type Lifting,
  type NewSanction,
  type Sanction,
  type SanctionedPlayer,
  type SanctionStore,
} from '#ports/admin/players/sanction-store.js';
import { sanctionsOfServerMax, type ToldChanges, type ToldSanction } from '#ports/admin/players/sanction.js';
import { nameKey } from '#ports/names/name-key.js';
import type { Clock } from '#ports/system/clock.js';

type Kept = { -readonly [Key in keyof Omit<Sanction, 'state'>]: Sanction[Key] } & {
  /** The order of changes, of all servers. */
  change: number;
  mark: string;
  erasedAtUnixMs: number | undefined;
};

const nobody = '00000000-0000-0000-0000-000000000000';

export class MemorySanctionStore implements SanctionStore {
  /** In the order in which they were imposed. */
  readonly #sanctions = new Map<string, Kept>();
  #changes = 0;

  constructor(private readonly clock: Pick<Clock, 'unixMs'>) {}

  async impose(sanction: NewSanction): Promise<Sanction | undefined> {
    const { serverId, accountId, characterId } = sanction;
    const ofServer = this.#all().filter((one) => one.serverId === serverId);
    const ofPlayer = ofServer.filter((one) =>
      accountId === nobody ? one.characterId === characterId : one.accountId === accountId,
    );
    const inForce = (those: readonly Kept[]) => those.filter((one) => this.#isInForce(one)).length;
    if (inForce(ofPlayer) >= sanctionsInForceMax || inForce(ofServer) >= sanctionsOfServerMax)
      return undefined;
    const ended = ofPlayer
      .filter((one) => !this.#isInForce(one))
      .sort((a, b) => endOf(a) - endOf(b) || a.change - b.change);
    const tooMany = Math.max(0, ofPlayer.length + 1 - sanctionsKeptMax);
    for (const { id } of ended.slice(0, tooMany)) this.#sanctions.delete(id);
    const givenAtUnixMs = this.clock.unixMs();
    const kept: Kept = {
      ...structuredClone(sanction),
      givenAtUnixMs,
      untilUnixMs: sanction.seconds === undefined ? undefined : givenAtUnixMs + sanction.seconds * 1000,
      ...{ liftedAtUnixMs: undefined, liftedById: undefined, liftedByName: undefined, liftReason: undefined },
      ...{ isKnownThere: false, erasedAtUnixMs: undefined, change: 0, mark: '' },
    };
    this.#sanctions.set(kept.id, kept);
    this.#changed(kept);
    return this.#told(kept);
  }

  async lift(id: string, { actorId, actorName, reason }: Lifting): Promise<Sanction | undefined> {
    const kept = this.#sanctions.get(id);
    if (kept === undefined || !this.#isInForce(kept)) return undefined;
    kept.liftedAtUnixMs = this.clock.unixMs();
    kept.liftedById = actorId;
    kept.liftedByName = actorName;
    kept.liftReason = reason;
    this.#changed(kept);
    return this.#told(kept);
  }

  async find(id: string): Promise<Sanction | undefined> {
    const kept = this.#sanctions.get(id);
    return kept && this.#told(kept);
  }

  async about(player: SanctionedPlayer, limit: number): Promise<readonly Sanction[]> {
    return this.#all()
      .filter((one) => isAbout(one, player))
      .reverse()
      .slice(0, limit)
      .map((one) => this.#told(one));
  }

  async banOf(serverId: string, accountId: string): Promise<Sanction | undefined> {
    const bans = this.#all()
      .filter((one) => one.serverId === serverId && one.accountId === accountId && accountId !== nobody)
      .filter((one) => one.measure === 'ban' && this.#isInForce(one))
      .sort((a, b) => (b.untilUnixMs ?? Infinity) - (a.untilUnixMs ?? Infinity));
    return bans[0] && this.#told(bans[0]);
  }

  async changesSince(
    serverId: string,
    mark: string | null,
    limit: number,
  ): Promise<ToldChanges & { readonly more: boolean }> {
    const all = this.#all()
      .filter((one) => one.serverId === serverId)
      .sort((a, b) => a.change - b.change);
    const known = all.find((one) => one.mark === mark);
    for (const one of all) one.isKnownThere = known !== undefined && one.change <= known.change;
    const due = all.filter((one) => (known ? one.change > known.change : this.#isInForce(one)));
    const page = due.slice(0, limit);
    const more = due.length > page.length;
    const newest = known === undefined && !more ? all.at(-1) : page.at(-1);
    return {
      isWhole: known === undefined,
      sanctions: page.filter((one) => this.#isInForce(one)).map((one) => this.#toldToServer(one)),
      over: page.filter((one) => !this.#isInForce(one)).map(({ id }) => id),
      mark: newest?.mark ?? (known === undefined ? null : mark),
      more,
    };
  }

  async forget(endedBeforeMs: number): Promise<void> {
    const beforeUnixMs = this.clock.unixMs() - endedBeforeMs;
    for (const one of this.#all())
      if (!this.#isInForce(one) && endOf(one) < beforeUnixMs) this.#sanctions.delete(one.id);
  }

  async forgetPlayer(serverId: string, characterId: number): Promise<void> {
    for (const one of this.#all()) {
      if (one.serverId !== serverId || one.characterId !== characterId || one.erasedAtUnixMs !== undefined)
        continue;
      one.erasedAtUnixMs = this.clock.unixMs();
      one.name = '';
      one.accountId = nobody;
      one.message = '';
      this.#changed(one);
    }
  }

  #all(): Kept[] {
    return [...this.#sanctions.values()];
  }

  #changed(kept: Kept): void {
    kept.change = ++this.#changes;
    kept.mark = randomUUID();
    kept.isKnownThere = false;
  }

  #isInForce({ erasedAtUnixMs, liftedAtUnixMs, untilUnixMs }: Kept): boolean {
    if (erasedAtUnixMs !== undefined || liftedAtUnixMs !== undefined) return false;
    return untilUnixMs === undefined || this.clock.unixMs() < untilUnixMs;
  }

  #told({ change: _, mark: __, erasedAtUnixMs, ...kept }: Kept): Sanction {
    const { liftedAtUnixMs, untilUnixMs } = kept;
    const isExpired = untilUnixMs !== undefined && this.clock.unixMs() >= untilUnixMs;
    const ended = liftedAtUnixMs !== undefined ? 'lifted' : isExpired ? 'expired' : 'in-force';
    return { ...structuredClone(kept), state: erasedAtUnixMs !== undefined ? 'erased' : ended };
  }

  #toldToServer({ id, measure, characterId, name, accountId, message, untilUnixMs }: Kept): ToldSanction {
    const leftMs = untilUnixMs === undefined ? 0 : untilUnixMs - this.clock.unixMs();
    return {
      ...{ sanctionId: id, measure, characterId, name, accountId, message },
      secondsLeft: Math.ceil(leftMs / 1000),
    };
  }
}

function isAbout(one: Kept, { serverId, characterId, name, accountId }: SanctionedPlayer): boolean {
  if (one.serverId !== serverId || one.erasedAtUnixMs !== undefined) return false;
  if (accountId !== nobody && one.accountId === accountId) return true;
  return one.characterId === characterId && nameKey(one.name) === nameKey(name);
}

function endOf({ liftedAtUnixMs, untilUnixMs, erasedAtUnixMs }: Kept): number {
  return Math.min(liftedAtUnixMs ?? Infinity, untilUnixMs ?? Infinity, erasedAtUnixMs ?? Infinity);
}
