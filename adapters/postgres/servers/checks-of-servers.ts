// How servers judged themselves when they were last heard of.

import { Migration } from '@mikro-orm/migrations';

export class ChecksOfServers extends Migration {
  override up(): void {
    this.addSql('alter table game_servers add column checks jsonb null');
  }
}
