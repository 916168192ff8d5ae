// Codes of six digits that a secret and a step of time give (RFC 6238, with SHA-1: what all authenticator apps know).

export interface OneTimeCodes {
  /** 160 random bits (RFC 4226, section 4, R6) in base 32, as apps take it from who types it. */
  secret(): string;
  /** The one of these steps whose code it is; undefined when it is of none. Takes equal time for every code. */
  stepOf(secret: string, code: string, steps: readonly number[]): number | undefined;
}

/** How long a step is; steps are counted from the beginning of Unix time. */
export const stepMs = 30_000;
