// Which packets are requests to the game, and how code names them.

import { packetsById } from './packets-by-id.js';
import type { FileModel, PacketModel } from './schema-model.js';

/** Ids below belong to the session layer, which answers them itself. */
export const firstGameId = 0x10;

/** What clients send to the game, in the order of their ids. */
export function gameRequests(files: readonly FileModel[]): PacketModel[] {
  return packetsById(files).filter(({ from, id }) => from === 'client' && id >= firstGameId);
}

/** `UseSkill` → `useSkill`, `ChatRequest` → `chat`: that it is a request is said by where the name stands. */
export function requestName({ name }: PacketModel): string {
  const own =
    name.length > 'Request'.length && name.endsWith('Request') ? name.slice(0, -'Request'.length) : name;
  return own.charAt(0).toLowerCase() + own.slice(1);
}
