// The table of roles that owners made; accounts may hold them from now on. What an account holds is looked at by the store,
// under its lock: the four are in no table.

import { Migration } from '@mikro-orm/migrations';

export class CustomRolesTable extends Migration {
  override up(): void {
    this.addSql(`create table custom_roles (
      name varchar(32) not null,
      means varchar(200) not null,
      permissions jsonb not null,
      primary key (name)
    )`);
    this.addSql('alter table accounts drop constraint accounts_role_check');
  }
}
