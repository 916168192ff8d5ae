// What players report of others.

import { Migration } from '@mikro-orm/migrations';

export class ReportsOfPlayers extends Migration {
  override up(): void {
    this.addSql(`create table player_reports (
      sequence bigserial primary key,
      id uuid not null constraint player_reports_id_unique unique,
      server_id uuid not null,
      number bigint not null,
      state text not null constraint player_reports_state_check check (state in ('open', 'taken', 'resolved')),
      reason text not null constraint player_reports_reason_check
        check (reason in ('cheating', 'harassment', 'spam', 'name', 'other')),
      text varchar(200) not null,
      made_at timestamptz(3) not null,
      received_at timestamptz(3) not null,
      reporter_id bigint not null,
      reporter jsonb not null,
      target_id bigint not null,
      target jsonb not null,
      taken_by_id uuid,
      taken_by_name varchar(64),
      taken_at timestamptz(3),
      outcome text constraint player_reports_outcome_check
        check (outcome in ('noAction', 'warned', 'muted', 'banned', 'other')),
      message varchar(200) not null,
      resolved_by_id uuid,
      resolved_by_name varchar(64),
      resolved_at timestamptz(3),
      handed_over_at timestamptz(3)
    )`);
    for (const [name, columns] of [
      ['state', 'state, sequence'],
      ['server_id', 'server_id, state, sequence'],
      ['reporter_id', 'server_id, reporter_id, sequence'],
      ['target_id', 'server_id, target_id, sequence'],
    ])
      this.addSql(`create index player_reports_${name}_index on player_reports (${columns})`);
  }
}
