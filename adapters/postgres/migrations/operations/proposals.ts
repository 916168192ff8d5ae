// Commands that wait for a second person, and who decided what of them.

import { Migration } from '@mikro-orm/migrations';

export class Proposals extends Migration {
  override up(): void {
    this.addSql('alter table operator_commands drop constraint operator_commands_state_check');
    this.addSql(`alter table operator_commands
      add constraint operator_commands_state_check check (state in ('proposed', 'declined', 'withdrawn', 'lapsed',
        'queued', 'delivered', 'applied', 'refused', 'interrupted', 'timed-out', 'unanswered')),
      add column proposed_at timestamptz(3),
      add column decided_at timestamptz(3),
      add column decider_id uuid,
      add column decider_name varchar(64),
      add column decision varchar(200),
      add column decider_address varchar(64),
      add column decider_request varchar(64)`);
  }
}
