/**
 * What the names of tables begin with: those of `ledger` are as the newest entry leaves them, those of `base` as the last
 * one does that is not kept any more.
 */
export type TableSet = 'ledger' | 'base';
