// Keys that sign connect tokens.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const TokenIssuerRow = defineEntity({
  name: 'TokenIssuerRow',
  tableName: 'token_issuers',
  properties: {
    publicKey: p.string().length(64).primary(),
    notedAt: p.datetime(3),
  },
});
export type TokenIssuerRow = InferEntity<typeof TokenIssuerRow>;
