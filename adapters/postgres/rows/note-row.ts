// Notes about players.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { noteCharactersMax } from '#ports/admin/players/note-store.js';

export const NoteRow = defineEntity({
  name: 'NoteRow',
  tableName: 'player_notes',
  indexes: [{ name: 'player_notes_character_id_index', properties: ['serverId', 'characterId', 'number'] }],
  properties: {
    /** The order in which they were written. */
    number: p.bigint('number').primary().autoincrement(),
    id: p.uuid().unique(),
    /** No references: notes outlive what the directory lists, and accounts. */
    serverId: p.uuid(),
    characterId: p.bigint('number'),
    text: p.string().length(noteCharactersMax),
    actorId: p.uuid(),
    actorName: p.string().length(64),
    writtenAt: p.datetime(3),
  },
});
export type NoteRow = InferEntity<typeof NoteRow>;
