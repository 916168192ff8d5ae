// Accounts, sessions, tries; servers, tokens, samples; players; audit.

import { Migration } from '@mikro-orm/migrations';

export class FirstTables extends Migration {
  override up(): void {
    this.accounts();
    this.servers();
    this.players();
    this.audit();
  }

  private accounts(): void {
    this.addSql(`create table accounts (
      id uuid not null primary key,
      name varchar(32) not null,
      name_key varchar(32) not null constraint accounts_name_key_unique unique,
      role text not null constraint accounts_role_check check (role in ('owner', 'admin', 'moderator', 'viewer')),
      disabled boolean not null,
      password_hash text not null,
      created_at timestamptz(3) not null,
      last_login_at timestamptz(3)
    )`);
    this.addSql(`create table admin_sessions (
      token_digest varchar(64) not null primary key,
      account_id uuid not null
        constraint admin_sessions_account_id_foreign references accounts (id) on delete cascade,
      created_at timestamptz(3) not null,
      last_seen_at timestamptz(3) not null,
      address varchar(64) not null,
      user_agent varchar(200) not null
    )`);
    this.addSql('create index admin_sessions_account_id_index on admin_sessions (account_id)');
    this.addSql(`create table login_attempts (
      key varchar(200) not null primary key,
      count int not null,
      ends_at timestamptz(3) not null
    )`);
    this.addSql('create index login_attempts_ends_at_index on login_attempts (ends_at)');
  }

  private servers(): void {
    this.addSql(`create table server_tokens (
      id uuid not null primary key,
      label varchar(64) not null,
      token_digest varchar(64) not null constraint server_tokens_token_digest_unique unique,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3)
    )`);
    this.addSql(`create table game_servers (
      id uuid not null primary key,
      name varchar(64) not null,
      version varchar(64) not null,
      host varchar(255) not null,
      udp_port int not null,
      http_port int not null,
      started_at timestamptz(3) not null,
      players_max int not null,
      udp_adapter varchar(32) not null,
      maps jsonb not null,
      token_id uuid not null,
      last_seen_at timestamptz(3) not null,
      players int not null,
      draining boolean not null,
      stopped boolean not null,
      latest jsonb
    )`);
    this.addSql(`create table telemetry_samples (
      server_id uuid not null,
      at timestamptz(3) not null,
      players int not null,
      tick_ms_p50 double precision not null,
      tick_ms_p99 double precision not null,
      packets_in_per_second double precision not null,
      packets_out_per_second double precision not null,
      memory_bytes double precision not null,
      primary key (server_id, at)
    )`);
    this.addSql('create index telemetry_samples_at_index on telemetry_samples (at)');
  }

  private players(): void {
    this.addSql(`create table players (
      id uuid not null primary key,
      name varchar(24) not null,
      name_key varchar(48) not null constraint players_name_key_unique unique,
      account_id uuid not null,
      level int not null,
      online boolean not null,
      server_id uuid not null,
      map varchar(64) not null,
      first_seen_at timestamptz(3) not null,
      last_seen_at timestamptz(3) not null,
      played_seconds double precision not null
    )`);
    this.addSql('create index players_server_id_online_index on players (server_id, online)');
  }

  private audit(): void {
    this.addSql(`create table audit_entries (
      id bigserial primary key,
      at timestamptz(3) not null,
      actor_id uuid,
      actor_name varchar(64) not null,
      action varchar(64) not null,
      outcome text not null constraint audit_entries_outcome_check check (outcome in ('done', 'refused')),
      target varchar(300) not null,
      details jsonb not null,
      address varchar(64) not null,
      request_id varchar(64) not null
    )`);
    // Named as the drift check looks for it.
    this.addSql(`create function audit_entries_append_only_fn() returns trigger as
      $$ begin raise exception 'audit entries are neither changed nor removed'; end; $$ language plpgsql`);
    this.addSql(`create trigger append_only before update or delete on audit_entries
      for each statement execute function audit_entries_append_only_fn()`);
    this.addSql(`create trigger no_truncate before truncate on audit_entries
      for each statement execute function audit_entries_append_only_fn()`);
  }
}
