// Operators' sessions in memory.

import {
  sessionsPerAccountMax,
  type AdminSession,
  type SessionStore,
} from '#ports/admin/sign-in/session-store.js';

export class MemorySessionStore implements SessionStore {
  readonly #sessions = new Map<string, AdminSession>();

  async add(session: AdminSession): Promise<void> {
    this.#sessions.set(session.tokenDigest, session);
    const ofAccount = [...this.#sessions.values()]
      .filter(({ accountId }) => accountId === session.accountId)
      .sort((a, b) => b.createdAtUnixMs - a.createdAtUnixMs);
    for (const old of ofAccount.slice(sessionsPerAccountMax)) this.#sessions.delete(old.tokenDigest);
  }

  async find(tokenDigest: string): Promise<AdminSession | undefined> {
    return this.#sessions.get(tokenDigest);
  }

  async listOfAccount(accountId: string): Promise<readonly AdminSession[]> {
    return [...this.#sessions.values()]
      .filter((session) => session.accountId === accountId)
      .sort((a, b) => b.createdAtUnixMs - a.createdAtUnixMs);
  }

  async touch(tokenDigest: string, atUnixMs: number): Promise<void> {
    const session = this.#sessions.get(tokenDigest);
    if (!session || session.lastSeenAtUnixMs >= atUnixMs) return;
    this.#sessions.set(tokenDigest, { ...session, lastSeenAtUnixMs: atUnixMs });
  }

  async remove(tokenDigest: string): Promise<boolean> {
    return this.#sessions.delete(tokenDigest);
  }

  async removeOfAccount(accountId: string, exceptTokenDigest?: string): Promise<number> {
    return this.#removeWhere(
      (session) => session.accountId === accountId && session.tokenDigest !== exceptTokenDigest,
    );
  }

  async removeExpired(limits: { createdBeforeUnixMs: number; seenBeforeUnixMs: number }): Promise<number> {
    return this.#removeWhere(
      (session) =>
        session.createdAtUnixMs < limits.createdBeforeUnixMs ||
        session.lastSeenAtUnixMs < limits.seenBeforeUnixMs,
    );
  }

  #removeWhere(matches: (session: AdminSession) => boolean): number {
    let removed = 0;
    for (const session of this.#sessions.values()) {
      if (matches(session) && this.#sessions.delete(session.tokenDigest)) removed++;
    }
    return removed;
  }
}
