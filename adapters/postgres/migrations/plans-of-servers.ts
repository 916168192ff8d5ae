// When a server is to empty by itself, as it said last.

import { Migration } from '@mikro-orm/migrations';

export class PlansOfServers extends Migration {
  override up(): void {
    this.addSql('alter table game_servers add column planned jsonb null');
  }
}
