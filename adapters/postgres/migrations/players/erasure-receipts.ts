// What game servers tell with an erasure, to know it by when their file was put back. Apart from erased_characters, to which
// replicas of before go on writing while they are replaced.

import { Migration } from '@mikro-orm/migrations';

export class ErasureReceiptTable extends Migration {
  override up(): void {
    this.addSql(`create table erasure_receipts (
      server_id uuid not null,
      character_id bigint not null,
      created_at_ms bigint not null,
      receipt varchar(64) not null,
      told_at timestamptz(3) not null,
      primary key (server_id, character_id, created_at_ms, receipt)
    )`);
  }
}
