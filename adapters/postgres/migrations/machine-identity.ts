// Tokens with kind, use, end and the one server they speak for; addresses that wait for an operator; and away with
// measurements that no server can have made, which kept history from being read.

import { Migration } from '@mikro-orm/migrations';

export class MachineIdentity extends Migration {
  override up(): void {
    // Of these no key is known, because they have not come back since keys are told: the next to come is a new one.
    this.addSql(`delete from game_servers where public_key = ''`);
    this.addSql(`alter table server_tokens
      add column kind text not null default 'game-server'
        constraint server_tokens_kind_check check (kind in ('game-server', 'login-service')),
      add column last_used_at timestamptz(3),
      add column revoked_at timestamptz(3),
      add column server_id uuid,
      add column challenge_secret varchar(64),
      add column challenge_asked_at timestamptz(3)`);
    // Until now there was one way only to such a token.
    this.addSql(
      `update server_tokens set kind = 'login-service' where label = 'login service of this machine'`,
    );
    this.addSql('alter table server_tokens alter column kind drop default');
    // Of a token that several servers shared, the first to register again gets it; the others need their own.
    this.addSql(`update server_tokens set server_id = sole.id
      from (
        select token_id, min(id::text)::uuid as id from game_servers group by token_id having count(*) = 1
      ) as sole
      where server_tokens.id = sole.token_id`);
    this.addSql(`alter table game_servers
      add column pending_host varchar(255),
      add column pending_udp_port int`);
    this.addSql('create index game_servers_token_id_index on game_servers (token_id)');
    this.addSql(`delete from telemetry_samples where at > now() + interval '5 minutes'
      or greatest(tick_ms_p50, tick_ms_p99, packets_in_per_second, packets_out_per_second, memory_bytes) > 1e15`);
  }
}
