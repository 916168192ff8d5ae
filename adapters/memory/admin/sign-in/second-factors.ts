// Second factors in memory.

import type { Role } from '#ports/admin/accounts/role.js';
import type { ProposedFactor, SecondFactor, SecondFactors } from '#ports/admin/sign-in/second-factors.js';

export class MemorySecondFactors implements SecondFactors {
  readonly #factors = new Map<string, SecondFactor>();
  readonly #proposed = new Map<string, ProposedFactor>();
  readonly #codes = new Map<string, Set<string>>();
  readonly #demands = new Set<Role>();

  async find(accountId: string): Promise<SecondFactor | undefined> {
    return this.#factors.get(accountId);
  }

  async list(): Promise<readonly SecondFactor[]> {
    return [...this.#factors.values()];
  }

  async propose(accountId: string, proposed: ProposedFactor): Promise<void> {
    this.#proposed.set(accountId, proposed);
  }

  async findProposed(accountId: string): Promise<ProposedFactor | undefined> {
    return this.#proposed.get(accountId);
  }

  async confirm(factor: SecondFactor, recoveryDigests: readonly string[]): Promise<boolean> {
    const { accountId, sealedSecret } = factor;
    if (this.#proposed.get(accountId)?.sealedSecret !== sealedSecret) return false;
    this.#proposed.delete(accountId);
    this.#factors.set(accountId, factor);
    this.#codes.set(accountId, new Set(recoveryDigests));
    return true;
  }

  async useStep(
    { accountId, sealedSecret }: Pick<SecondFactor, 'accountId' | 'sealedSecret'>,
    step: number,
  ): Promise<boolean> {
    const factor = this.#factors.get(accountId);
    if (factor?.sealedSecret !== sealedSecret || factor.lastStep >= step) return false;
    this.#factors.set(accountId, { ...factor, lastStep: step });
    return true;
  }

  async useRecoveryCode(accountId: string, digest: string): Promise<boolean> {
    return this.#codes.get(accountId)?.delete(digest) === true;
  }

  async countRecoveryCodes(accountId: string): Promise<number> {
    return this.#codes.get(accountId)?.size ?? 0;
  }

  async renewRecoveryCodes(accountId: string, digests: readonly string[]): Promise<boolean> {
    if (!this.#factors.has(accountId)) return false;
    this.#codes.set(accountId, new Set(digests));
    return true;
  }

  async remove(accountId: string): Promise<boolean> {
    this.#proposed.delete(accountId);
    this.#codes.delete(accountId);
    return this.#factors.delete(accountId);
  }

  async listDemands(): Promise<ReadonlySet<Role>> {
    return new Set(this.#demands);
  }

  async demand(role: Role, demanded: boolean): Promise<boolean> {
    if (this.#demands.has(role) === demanded) return false;
    if (demanded) this.#demands.add(role);
    else this.#demands.delete(role);
    return true;
  }

  async isDue({ id, role }: { id: string; role: Role }): Promise<boolean> {
    return this.#demands.has(role) && !this.#factors.has(id);
  }
}
