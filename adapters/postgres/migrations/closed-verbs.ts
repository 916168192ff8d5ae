// What operators have switched off on a server, as it said last.

import { Migration } from '@mikro-orm/migrations';

export class ClosedVerbs extends Migration {
  override up(): void {
    this.addSql(`alter table game_servers add column closed_verbs jsonb not null default '[]'`);
    this.addSql('alter table game_servers alter column closed_verbs drop default');
  }
}
