// Operators' commands to game servers, and what became of them.

import { Migration } from '@mikro-orm/migrations';

export class OperatorCommandTable extends Migration {
  override up(): void {
    this.addSql(`create table operator_commands (
      number bigserial primary key,
      id uuid not null constraint operator_commands_id_unique unique,
      server_id uuid not null,
      kind varchar(32) not null,
      args jsonb not null,
      target varchar(64) not null,
      reason varchar(200) not null,
      actor_id uuid not null,
      actor_name varchar(64) not null,
      address varchar(64) not null,
      request_id varchar(64) not null,
      state text not null constraint operator_commands_state_check check (state in
        ('queued', 'delivered', 'applied', 'refused', 'interrupted', 'timed-out', 'unanswered')),
      refusal varchar(40),
      players int,
      issued_at timestamptz(3) not null,
      deadline timestamptz(3) not null,
      delivered_at timestamptz(3),
      ended_at timestamptz(3),
      audited boolean not null,
      leased_until timestamptz(3)
    )`);
    for (const [name, columns] of [
      ['server_id', 'server_id, state'],
      ['target', 'target, number'],
      ['state', 'state, deadline'],
      ['audited', 'audited, ended_at'],
      ['issued_at', 'issued_at'],
    ])
      this.addSql(`create index operator_commands_${name}_index on operator_commands (${columns})`);
  }
}
