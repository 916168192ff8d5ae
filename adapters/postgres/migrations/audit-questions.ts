// The audit log can be asked, and old entries can be forgotten: by one function, which refuses to touch younger ones.

import { Migration } from '@mikro-orm/migrations';

export class AuditQuestions extends Migration {
  override up(): void {
    for (const [name, columns] of [
      ['at', 'at'],
      ['actor_id', 'actor_id, id'],
      ['actor_name', 'actor_name, id'],
      ['action', 'action, id'],
      ['target', 'target, id'],
      ['address', 'address, id'],
    ])
      this.addSql(`create index audit_entries_${name}_index on audit_entries (${columns})`);
    // Set by the function below for its own statement alone, which runs as the owner of the table: whoever else sets it
    // gains nothing by that.
    this.addSql(`create or replace function audit_entries_append_only_fn() returns trigger as
      $$ begin if tg_op = 'DELETE' and current_setting('tos.forgets_audit', true) = 'on' and current_user = (select tableowner from pg_tables where schemaname = tg_table_schema and tablename = tg_table_name) then return null; end if; raise exception 'audit entries are neither changed nor removed'; end; $$ language plpgsql`);
    // As its owner: the API's own role need not be allowed to delete.
    this.addSql(`create function forget_audit_entries(before timestamptz) returns int
      language plpgsql security definer set search_path from current as $$
      declare removed int;
      begin
        if before > now() - interval '30 days' then
          raise exception 'audit entries of the last 30 days are kept';
        end if;
        perform set_config('tos.forgets_audit', 'on', true);
        delete from audit_entries where id in (
          select id from audit_entries where at < before order by id limit 10000);
        get diagnostics removed = row_count;
        perform set_config('tos.forgets_audit', 'off', true);
        return removed;
      end; $$`);
  }
}
