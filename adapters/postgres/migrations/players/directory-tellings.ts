// What game servers have told of their characters by batches.

import { Migration } from '@mikro-orm/migrations';

export class DirectoryTellings extends Migration {
  override up(): void {
    this.addSql(`create table directory_tellings (
      server_id uuid primary key,
      telling varchar(32) not null,
      number int not null,
      mark varchar(32) not null,
      as_of bigint not null,
      whole boolean not null
    )`);
    this.addSql('alter table players add column telling varchar(32), add column as_of bigint');
  }
}
