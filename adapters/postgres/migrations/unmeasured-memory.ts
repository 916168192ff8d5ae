// A window in which a server's memory could not be measured has none, instead of 0.

import { Migration } from '@mikro-orm/migrations';

export class UnmeasuredMemory extends Migration {
  override up(): void {
    this.addSql('alter table telemetry_samples alter column memory_bytes drop not null');
  }
}
