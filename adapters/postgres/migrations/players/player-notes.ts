// What operators write down about players.

import { Migration } from '@mikro-orm/migrations';

export class PlayerNotes extends Migration {
  override up(): void {
    this.addSql(`create table player_notes (
      number bigserial primary key,
      id uuid not null constraint player_notes_id_unique unique,
      server_id uuid not null,
      character_id bigint not null,
      text varchar(500) not null,
      actor_id uuid not null,
      actor_name varchar(64) not null,
      written_at timestamptz(3) not null
    )`);
    this.addSql(
      'create index player_notes_character_id_index on player_notes (server_id, character_id, number)',
    );
  }
}
