// What operators hold against players.

import { Migration } from '@mikro-orm/migrations';

export class PlayerSanctions extends Migration {
  override up(): void {
    this.addSql(`create table player_sanctions (
      id uuid primary key,
      server_id uuid not null,
      player_id uuid not null,
      character_id bigint not null,
      name varchar(24) not null,
      name_key varchar(48) not null,
      account_id uuid not null,
      measure text not null constraint player_sanctions_measure_check check (measure in ('mute', 'ban')),
      seconds int,
      reason varchar(200) not null,
      message varchar(64) not null,
      actor_id uuid not null,
      actor_name varchar(64) not null,
      given_at timestamptz(3) not null,
      until timestamptz(3),
      lifted_at timestamptz(3),
      lifted_by_id uuid,
      lifted_by_name varchar(64),
      lift_reason varchar(200),
      erased_at timestamptz(3),
      change bigint not null,
      mark uuid not null constraint player_sanctions_mark_unique unique,
      known boolean not null
    )`);
    for (const [name, columns] of [
      ['server_id', 'server_id, change'],
      ['account_id', 'account_id, server_id'],
      ['character_id', 'server_id, character_id'],
    ])
      this.addSql(`create index player_sanctions_${name}_index on player_sanctions (${columns})`);
  }
}
