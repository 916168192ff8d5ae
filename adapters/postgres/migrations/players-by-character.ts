// Players are known by server and character instead of by name. Who is there already has no character id until its
// server tells it with the next sign of it; then the row is taken over by name.

import { Migration } from '@mikro-orm/migrations';

export class PlayersByCharacter extends Migration {
  override up(): void {
    this.addSql('alter table players drop constraint players_name_key_unique');
    this.addSql(`alter table players
      add column character_id bigint,
      add constraint players_server_id_character_id_unique unique (server_id, character_id)`);
    this.addSql('create index players_name_key_id_index on players (name_key, id)');
  }
}
