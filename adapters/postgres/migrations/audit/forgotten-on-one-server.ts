// A player that is erased on one server keeps its connect tokens for others in the audit log: what a server says of account
// and name must not reach what it has nothing to do with.

import { Migration } from '@mikro-orm/migrations';

export class ForgottenOnOneServer extends Migration {
  override up(): void {
    // A replica of before is refused until it is replaced, and game servers tell it again.
    this.addSql('drop function forget_player_in_audit(uuid, uuid, text)');
    // As its owner, as before. See ports/admin/audit/forgotten-player.
    this
      .addSql(`create function forget_player_in_audit(player uuid, server uuid, account uuid, named text) returns void
      language plpgsql security definer set search_path from current as $$
      begin
        perform set_config('tos.forgets_player', 'on', true);
        update audit_entries set details = jsonb_set(details, '{args}',
            case when details->'args'->'characterId' is not null
              then jsonb_build_object('characterId', details->'args'->'characterId') else '{}'::jsonb end)
          where target = 'player:' || player and details->'args' is not null;
        update audit_entries set target = 'player-account:erased', details = details - 'characterName'
          where target = 'player-account:' || account and details->>'serverId' = server::text
            and lower(details->>'characterName') = lower(named);
        perform set_config('tos.forgets_player', 'off', true);
      end; $$`);
  }
}
