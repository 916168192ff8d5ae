// Who did what, when, on which object, and who was refused. Append-only.

export interface AuditEntry {
  readonly atUnixMs: number;
  /** Undefined for someone who is not logged in. */
  readonly actorId: string | undefined;
  /** Account name, or the name somebody tried to log in with. */
  readonly actorName: string;
  /** Dotted: 'auth.login', 'account.change'. */
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  /** What it was done to: 'account:<id>', or empty. */
  readonly target: string;
  /** Small and free of secrets: before and after, or the reason of a refusal. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly address: string;
  readonly requestId: string;
}

export interface StoredAuditEntry extends AuditEntry {
  /** Grows with every entry. */
  readonly id: number;
}

export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first, only those with an id below `beforeId` if given. */
  page(query: { limit: number; beforeId?: number }): Promise<readonly StoredAuditEntry[]>;
}
