// Where operators log in from, tries that can be taken back, and first passwords that must be changed.

import { Migration } from '@mikro-orm/migrations';

export class LogInSafety extends Migration {
  override up(): void {
    this.addSql(`create table known_origins (
      account_id uuid not null
        constraint known_origins_account_id_foreign references accounts (id) on delete cascade,
      mark varchar(64) not null,
      used_at timestamptz(3) not null,
      primary key (account_id, mark)
    )`);
    this.addSql('create index known_origins_used_at_index on known_origins (used_at)');
    // Counts of a quarter of an hour, under keys that are built another way from now on.
    this.addSql('delete from login_attempts');
    this.addSql('alter table login_attempts add column window_ends_at timestamptz(3) not null');
    // Whether older accounts still have their first password nobody can tell.
    this.addSql('alter table accounts add column password_change_due boolean not null default false');
  }
}
