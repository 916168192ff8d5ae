// Characters that were erased are remembered, and what the audit log says of who they were can go: by one function, which
// touches nothing else.

import { Migration } from '@mikro-orm/migrations';

export class ErasedCharacters extends Migration {
  override up(): void {
    this.addSql(`create table erased_characters (
      server_id uuid not null,
      character_id bigint not null,
      created_at_ms bigint not null,
      player_id uuid,
      erased_at timestamptz(3) not null,
      primary key (server_id, character_id, created_at_ms)
    )`);
    this.addSql('create index erased_characters_player_id_index on erased_characters (player_id)');
    const owner =
      '(select tableowner from pg_tables where schemaname = tg_table_schema and tablename = tg_table_name)';
    this.addSql(`create or replace function audit_entries_append_only_fn() returns trigger as
      $$ begin if tg_op = 'DELETE' and current_setting('tos.forgets_audit', true) = 'on' and current_user = ${owner} then return null; end if; if tg_op = 'UPDATE' and current_setting('tos.forgets_player', true) = 'on' and current_user = ${owner} then return null; end if; raise exception 'audit entries are neither changed nor removed'; end; $$ language plpgsql`);
    // As its owner, as with forget_audit_entries. See ports/admin/audit/forgotten-player.
    this.addSql(`create function forget_player_in_audit(player uuid, account uuid, named text) returns void
      language plpgsql security definer set search_path from current as $$
      begin
        perform set_config('tos.forgets_player', 'on', true);
        update audit_entries set details = jsonb_set(details, '{args}',
            case when details->'args'->'characterId' is not null
              then jsonb_build_object('characterId', details->'args'->'characterId') else '{}'::jsonb end)
          where target = 'player:' || player and details->'args' is not null;
        update audit_entries set target = 'player-account:erased', details = details - 'characterName'
          where target = 'player-account:' || account and lower(details->>'characterName') = lower(named);
        perform set_config('tos.forgets_player', 'off', true);
      end; $$`);
  }
}
