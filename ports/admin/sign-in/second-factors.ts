// Operators' second factors at rest: a secret for one-time codes (RFC 6238) and recovery codes; and of which roles one is
// demanded. The store keeps on its own what callers race for: a step's code, and a recovery code, is used once.

import type { Role } from '../accounts/role.js';

export interface SecondFactor {
  readonly accountId: string;
  /** As `SecretSealer` sealed it. */
  readonly sealedSecret: string;
  readonly sinceUnixMs: number;
  /** The newest step whose code was used: neither it nor an older one is taken again. */
  readonly lastStep: number;
}

/** Shown to its owner, who has not given a code of it yet. */
export interface ProposedFactor {
  readonly sealedSecret: string;
  readonly atUnixMs: number;
}

export interface SecondFactors {
  find(accountId: string): Promise<SecondFactor | undefined>;
  /** All that are in force; there are no more than accounts. */
  list(): Promise<readonly SecondFactor[]>;
  /** Keeps one for each account, the newest. What is in force stays so. */
  propose(accountId: string, proposed: ProposedFactor): Promise<void>;
  findProposed(accountId: string): Promise<ProposedFactor | undefined>;
  /**
   * Brings the proposed one in force, in place of one before it, with these recovery codes and no others. False, and
   * nothing is changed, when another or none is proposed by now.
   */
  confirm(factor: SecondFactor, recoveryDigests: readonly string[]): Promise<boolean>;
  /** False when a code of that step or a later one was used before, or another secret is in force by now. */
  useStep(factor: Pick<SecondFactor, 'accountId' | 'sealedSecret'>, step: number): Promise<boolean>;
  /** Forgets the code; false when there was none such. */
  useRecoveryCode(accountId: string, digest: string): Promise<boolean>;
  countRecoveryCodes(accountId: string): Promise<number>;
  /** In place of those that are left. False, and nothing is changed, for an account without second factor. */
  renewRecoveryCodes(accountId: string, digests: readonly string[]): Promise<boolean>;
  /** What is in force, what is proposed, and the recovery codes. False when none was in force. */
  remove(accountId: string): Promise<boolean>;
  /** Roles of which a second factor is demanded. */
  listDemands(): Promise<ReadonlySet<Role>>;
  /** False when it was so before. */
  demand(role: Role, demanded: boolean): Promise<boolean>;
  /** Whether one is demanded of an account that has none. */
  isDue(account: { readonly id: string; readonly role: Role }): Promise<boolean>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly secondFactors: SecondFactors;
  }
}
