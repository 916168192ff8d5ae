// Which packets are requests to the game, and how code names them.

import { packetsById } from './packets-by-id.js';
import type { FileModel, PacketModel } from './schema-model.js';

/** Ids below belong to the session layer, which answers them itself. */
export const firstGameId = 0x10;

/** What clients send to the game, in the order of their ids. */
export function gameRequests(files: readonly FileModel[]): PacketModel[] {
  return packetsById(files).filter(({ from, id }) => from === 'client' && id >= firstGameId);
}

/** Those that a player in the world makes: the rules answer them. Without a player there is nobody whom they could concern. */
export function isForRules({ state }: PacketModel): boolean {
  return state === 'playing';
}

/** `UseSkill` → `useSkill`, `ChatRequest` → `chat`: that it is a request is said by where the name stands. */
export function requestName({ name }: PacketModel): string {
  return lowered(withoutEnding(name, 'Request'));
}

/** `UseSkill` → `UseSkillRequest`, `ChatRequest` as it is. */
export function requestShape({ name }: PacketModel): string {
  return `${withoutEnding(name, 'Request')}Request`;
}

function withoutEnding(name: string, ending: string): string {
  return name.length > ending.length && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
