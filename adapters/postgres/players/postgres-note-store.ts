// Notes about players in PostgreSQL, by its clock.

import { notesMax, type NewNote, type NoteStore, type PlayerNote } from '#ports/admin/players/note-store.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { PlayerNotes } from '../migrations/players/player-notes.js';
import { NoteRow } from '../rows/note-row.js';

/** Who adds to one character's waits for whoever does so now: all of them count. */
const lockSql = `select pg_advisory_xact_lock(hashtextextended('notes ' || ? || ' ' || ?, 0))`;

const addSql = `
  insert into player_notes (id, server_id, character_id, text, actor_id, actor_name, written_at)
  select ?, ?, ?, ?, ?, ?, clock_timestamp()
  where (select count(*) from player_notes where server_id = ? and character_id = ?) < ${notesMax}`;

export class PostgresNoteStore implements NoteStore {
  static readonly tables: StoreTables = {
    rows: [NoteRow],
    migrations: [{ name: '2026-11-30-player-notes', class: PlayerNotes }],
  };

  constructor(private readonly database: AdminDatabase) {}

  async add({
    id,
    serverId,
    characterId,
    text,
    actorId,
    actorName,
  }: NewNote): Promise<PlayerNote | undefined> {
    await this.database.fork().transactional(async (em) => {
      await em.execute(lockSql, [serverId, String(characterId)]);
      const values = [id, serverId, characterId, text, actorId, actorName, serverId, characterId];
      await em.execute(addSql, values, 'run');
    });
    return this.find(id);
  }

  async find(id: string): Promise<PlayerNote | undefined> {
    const row = await this.database.fork().findOne(NoteRow, { id });
    return row ? toNote(row) : undefined;
  }

  async about(serverId: string, characterId: number): Promise<readonly PlayerNote[]> {
    const orderBy = { number: 'desc' } as const;
    const rows = await this.database
      .fork()
      .find(NoteRow, { serverId, characterId }, { orderBy, limit: notesMax });
    return rows.map(toNote);
  }

  async remove(id: string): Promise<PlayerNote | undefined> {
    return this.database.fork().transactional(async (em) => {
      const row = await em.findOne(NoteRow, { id });
      if (row === null || (await em.nativeDelete(NoteRow, { id })) === 0) return undefined;
      return toNote(row);
    });
  }

  async forgetPlayer(serverId: string, characterId: number): Promise<void> {
    await this.database.fork().nativeDelete(NoteRow, { serverId, characterId });
  }

  async removeServer(serverId: string): Promise<void> {
    await this.database.fork().nativeDelete(NoteRow, { serverId });
  }
}

function toNote(row: NoteRow): PlayerNote {
  const { id, serverId, characterId, text, actorId, actorName } = row;
  const writtenAtUnixMs = row.writtenAt.getTime();
  return { id, serverId, characterId, text, actorId, actorName, writtenAtUnixMs };
}
