// Tries that can be taken back have an id, so that who asks twice whether one is taken back takes back no other.

import { Migration } from '@mikro-orm/migrations';

export class TriesWithIds extends Migration {
  override up(): void {
    // The default is for replicas of before, which count beside those of now while they are being replaced.
    this.addSql(`alter table login_attempts add column ids text[] not null default '{}'`);
  }
}
