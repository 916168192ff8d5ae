// What was done to a player is forgotten also where the directory had another id for it then: before its server was removed
// from the list and came back, or before it was away for long.

import { Migration } from '@mikro-orm/migrations';

export class ForgottenByNumber extends Migration {
  override up(): void {
    this.addSql(
      `create index audit_entries_character_index on audit_entries ((details->'args'->>'characterId'))` +
        ` where details->'args'->>'characterId' is not null`,
    );
    // A replica of before is refused until it is replaced, and game servers tell it again.
    this.addSql('drop function forget_player_in_audit(uuid, uuid, uuid, text)');
    // As its owner, as before. See ports/admin/audit/forgotten-player.
    this
      .addSql(`create function forget_player_in_audit(player uuid, number bigint, server uuid, account uuid, named text) returns void
      language plpgsql security definer set search_path from current as $$
      begin
        perform set_config('tos.forgets_player', 'on', true);
        update audit_entries set details = jsonb_set(details, '{args}',
            case when details->'args'->'characterId' is not null
              then jsonb_build_object('characterId', details->'args'->'characterId') else '{}'::jsonb end)
          where details->'args' is not null and (target = 'player:' || player
            or (details->'args'->>'characterId' = number::text and details->>'server' = server::text
              and target like 'player:%' and lower(details->'args'->>'name') = lower(named)));
        update audit_entries set target = 'player-account:erased', details = details - 'characterName'
          where target = 'player-account:' || account and details->>'serverId' = server::text
            and lower(details->>'characterName') = lower(named);
        perform set_config('tos.forgets_player', 'off', true);
      end; $$`);
  }
}
