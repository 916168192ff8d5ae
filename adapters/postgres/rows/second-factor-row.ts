// Operators' second factors, and log-ins that wait for a code of one.

import { defineEntity, p } from '@mikro-orm/core';
import { AccountRow } from './account-row.js';

export const SecondFactorRow = defineEntity({
  name: 'SecondFactorRow',
  tableName: 'second_factors',
  properties: {
    account: () => p.manyToOne(AccountRow).mapToPk().deleteRule('cascade').primary(),
    sealedSecret: p.text(),
    since: p.datetime(3),
    lastStep: p.integer(),
  },
});

export const ProposedFactorRow = defineEntity({
  name: 'ProposedFactorRow',
  tableName: 'proposed_factors',
  properties: {
    account: () => p.manyToOne(AccountRow).mapToPk().deleteRule('cascade').primary(),
    sealedSecret: p.text(),
    proposedAt: p.datetime(3),
  },
});

export const RecoveryCodeRow = defineEntity({
  name: 'RecoveryCodeRow',
  tableName: 'recovery_codes',
  properties: {
    account: () => p.manyToOne(AccountRow).mapToPk().deleteRule('cascade').primary(),
    digest: p.string().length(64).primary(),
  },
});

export const SecondFactorDemandRow = defineEntity({
  name: 'SecondFactorDemandRow',
  tableName: 'second_factor_demands',
  properties: {
    role: p.string().length(64).primary(),
  },
});

export const HalfLoginRow = defineEntity({
  name: 'HalfLoginRow',
  tableName: 'half_logins',
  properties: {
    tokenDigest: p.string().length(64).primary(),
    account: () => p.manyToOne(AccountRow).mapToPk().deleteRule('cascade').index(),
    passwordMark: p.string().length(64),
    createdAt: p.datetime(3),
  },
});
