// What somebody does for players, and whether a player stands near enough to ask for it.

import type { NpcDefinition, NpcService } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

export type Talking = WorldOf<'transform' | 'identity' | 'npc'>;

type ServiceOf<K extends NpcService['kind']> = Extract<NpcService, { readonly kind: K }>;

/** Who stands in the row; undefined when it is nobody who can be talked to. */
function npcAt({ components, content }: Talking, row: number): NpcDefinition | undefined {
  return components.npc.has(row) ? content.npcs[components.identity.columns.template[row]!] : undefined;
}

/** What somebody does of this sort, undefined for none. */
export function serviceOf<K extends NpcService['kind']>(
  world: Talking,
  npc: number,
  kind: K,
): ServiceOf<K> | undefined {
  const services = npcAt(world, npc)?.services ?? [];
  for (const service of services) if (service.kind === kind) return service as ServiceOf<K>;
  return undefined;
}

/** Why the player at `row` cannot talk to who stands at `npc`; both are rows, `npc` 0 for an id that names nobody. */
export function talkRefusal(world: Talking, row: number, npc: number): Verdict {
  const { map, x, y } = world.components.transform.columns;
  if (npc === 0 || map[row] !== map[npc]) return RefusalReason.unknownTarget;
  const definition = npcAt(world, npc);
  if (definition === undefined) return RefusalReason.invalidTarget;
  const dx = x[npc]! - x[row]!;
  const dy = y[npc]! - y[row]!;
  const reach = definition.talkRangeM + definition.radiusM;
  return dx * dx + dy * dy > reach * reach ? RefusalReason.outOfRange : allowed;
}

/** Whether anybody who does this is near enough. */
export function isServed(world: Talking & WorldOf<'npcs'>, row: number, kind: NpcService['kind']): boolean {
  for (const npc of world.tables.npcs.rows)
    if (serviceOf(world, npc, kind) !== undefined && talkRefusal(world, row, npc) === allowed) return true;
  return false;
}
