// The order of every table of packets.

import type { FileModel, PacketModel } from './schema-model.js';

export function packetsById(files: readonly FileModel[]): PacketModel[] {
  return files
    .flatMap((file) => file.declarations)
    .filter((declaration): declaration is PacketModel => declaration.kind === 'packet')
    .sort((a, b) => a.id - b.id);
}
