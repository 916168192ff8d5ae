// What was found when backups were read back.

import { Migration } from '@mikro-orm/migrations';

export class BackupChecks extends Migration {
  override up(): void {
    this.addSql(`create table backup_checks (
      number bigserial primary key,
      of_whom varchar(64) not null,
      name varchar(100) not null,
      fault varchar(40) null,
      words varchar(500) not null,
      actor_name varchar(64) not null,
      checked_at timestamptz(3) not null,
      constraint backup_checks_of_whom_name_unique unique (of_whom, name)
    )`);
  }
}
