// Second factors of operators: secrets, recovery codes, of whom they are demanded, and log-ins that wait for a code.

import { Migration } from '@mikro-orm/migrations';

export class SecondFactorTables extends Migration {
  override up(): void {
    const account = (table: string, onUpdate = '') =>
      `account_id uuid not null
        constraint ${table}_account_id_foreign references accounts (id)${onUpdate} on delete cascade`;
    // As the ORM has it of a key that is a row's whole key; ids of accounts never change.
    const whole = ' on update cascade';
    this.addSql(`create table second_factors (
      ${account('second_factors', whole)},
      sealed_secret text not null,
      since timestamptz(3) not null,
      last_step integer not null,
      primary key (account_id)
    )`);
    this.addSql(`create table proposed_factors (
      ${account('proposed_factors', whole)},
      sealed_secret text not null,
      proposed_at timestamptz(3) not null,
      primary key (account_id)
    )`);
    this.addSql(`create table recovery_codes (
      ${account('recovery_codes')},
      digest varchar(64) not null,
      primary key (account_id, digest)
    )`);
    this.addSql('create table second_factor_demands (role varchar(64) not null, primary key (role))');
    this.addSql(`create table half_logins (
      token_digest varchar(64) not null,
      ${account('half_logins')},
      password_mark varchar(64) not null,
      created_at timestamptz(3) not null,
      primary key (token_digest)
    )`);
    this.addSql('create index half_logins_account_id_index on half_logins (account_id)');
  }
}
