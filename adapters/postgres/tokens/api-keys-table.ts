// The table of operators' API keys.

import { Migration } from '@mikro-orm/migrations';

export class ApiKeysTable extends Migration {
  override up(): void {
    this.addSql(`create table api_keys (
      number bigserial primary key,
      id uuid not null constraint api_keys_id_unique unique,
      account_id uuid not null
        constraint api_keys_account_id_foreign references accounts (id) on delete cascade,
      label varchar(64) not null,
      permissions jsonb not null,
      token_digest varchar(64) not null constraint api_keys_token_digest_unique unique,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      last_used_at timestamptz(3) null,
      revoked_at timestamptz(3) null
    )`);
    this.addSql('create index api_keys_account_id_index on api_keys (account_id)');
  }
}
