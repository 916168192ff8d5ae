// Which packets are messages of the game to its players, and how code names them.

import { packetsById } from './packets-by-id.js';
import { firstGameId } from './requests.js';
import type { FileModel, PacketModel } from './schema-model.js';

/** What the game sends to its players, in the order of their ids. */
export function playerMessages(files: readonly FileModel[]): PacketModel[] {
  return packetsById(files).filter(({ from, id }) => from === 'server' && id >= firstGameId);
}

/** Those that the simulation says. What is sequenced a gateway makes for each client of what the world shows. */
export function isSaid({ channel }: PacketModel): boolean {
  return channel !== 'sequenced';
}

/** `MapChanged` → `mapChanged`, `ChatMessage` → `chat`, `CombatEvent` → `combat`. */
export function messageName({ name }: PacketModel): string {
  const own = bare(name);
  return own.charAt(0).toLowerCase() + own.slice(1);
}

/** `MapChanged` → `MapChangedMessage`, `ChatMessage` as it is. */
export function messageShape({ name }: PacketModel): string {
  return `${bare(name)}Message`;
}

/** `MapChanged` → `onMapChanged`. */
export function listenerName({ name }: PacketModel): string {
  return `on${bare(name)}`;
}

function bare(name: string): string {
  return name.replace(/(?<=.)(Message|Event)$/, '');
}
