// Keys that sign connect tokens, and what a player's program must know of a server to connect.

import { Migration } from '@mikro-orm/migrations';

export class ConnectTokens extends Migration {
  override up(): void {
    this.addSql(`create table token_issuers (
      public_key varchar(64) not null primary key,
      noted_at timestamptz(3) not null
    )`);
    // Empty until the server registers again, which it does on every start.
    this.addSql(`alter table game_servers
      add column public_key varchar(64) not null default '',
      add column protocol_hash varchar(16) not null default ''`);
  }
}
