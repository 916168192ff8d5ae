// Commands begun, in memory: for servers whose data need not last.

import type { CommandAnswer } from '#ports/admin/operations/operator-command.js';
import type { CommandLedger, LedgerEntry } from '#ports/storage/command-ledger.js';

export class MemoryCommandLedger implements CommandLedger {
  readonly #entries = new Map<string, { entry: LedgerEntry; readonly begunUnixMs: number }>();

  async find(id: string): Promise<LedgerEntry | undefined> {
    return this.#entries.get(id)?.entry;
  }

  async begin(id: string, _kind: string, nowUnixMs: number): Promise<boolean> {
    if (this.#entries.has(id)) return false;
    this.#entries.set(id, { entry: { state: 'begun' }, begunUnixMs: nowUnixMs });
    return true;
  }

  async conclude(id: string, answer: CommandAnswer): Promise<void> {
    const known = this.#entries.get(id);
    if (known?.entry.state === 'begun') known.entry = { state: 'answered', answer };
  }

  async forget(beforeUnixMs: number): Promise<void> {
    for (const [id, { begunUnixMs }] of this.#entries)
      if (begunUnixMs < beforeUnixMs) this.#entries.delete(id);
  }
}
