// Where the directory does not list a player any more that is erased, its account is not known here: what says its name as a
// character of its server goes, whosever account it was.

import { Migration } from '@mikro-orm/migrations';

export class ForgottenByName extends Migration {
  override up(): void {
    // As its owner, as before. See ports/admin/audit/forgotten-player.
    this
      .addSql(`create or replace function forget_player_in_audit(player uuid, number bigint, server uuid, account uuid, named text)
      returns void language plpgsql security definer set search_path from current as $$
      begin
        perform set_config('tos.forgets_player', 'on', true);
        update audit_entries set details = jsonb_set(details, '{args}',
            case when details->'args'->'characterId' is not null
              then jsonb_build_object('characterId', details->'args'->'characterId') else '{}'::jsonb end)
          where details->'args' is not null and (target = 'player:' || player
            or (details->'args'->>'characterId' = number::text and details->>'server' = server::text
              and target like 'player:%' and lower(details->'args'->>'name') = lower(named)));
        update audit_entries set target = 'player-account:erased', details = details - 'characterName'
          where ((account is not null and target = 'player-account:' || account)
              or (account is null and target like 'player-account:%' and details->>'characterName' is not null))
            and details->>'serverId' = server::text and lower(details->>'characterName') = lower(named);
        perform set_config('tos.forgets_player', 'off', true);
      end; $$`);
  }
}

/** Without it the function reads the whole log for each, which a large one has no time for. */
export class TokensByName extends Migration {
  override up(): void {
    this.addSql(
      `create index audit_entries_character_name_index on audit_entries ((details->>'serverId'), lower(details->>'characterName'))` +
        ` where details->>'characterName' is not null`,
    );
  }
}
