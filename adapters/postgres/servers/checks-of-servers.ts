// How servers judged themselves when they last told so, and when their figures came.

import { Migration } from '@mikro-orm/migrations';

export class ChecksOfServers extends Migration {
  override up(): void {
    this.addSql(`alter table game_servers
      add column checks jsonb null,
      add column checks_at timestamptz(3) null,
      add column latest_at timestamptz(3) null`);
  }
}
