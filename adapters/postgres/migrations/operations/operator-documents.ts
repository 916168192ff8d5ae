// Documents that commands are answered with.

import { Migration } from '@mikro-orm/migrations';

export class OperatorDocuments extends Migration {
  override up(): void {
    this.addSql('alter table operator_commands add column document text');
  }
}
