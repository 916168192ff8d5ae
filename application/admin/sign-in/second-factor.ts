// What a second factor takes: a code of the secret, of this step of time or one beside it (a phone's clock may be that wrong),
// which no later one was used before; or a recovery code. Each is used once.

// Have their names in AdminStores from their ports.
import type {} from '#ports/admin/sign-in/half-logins.js';
import { stepMs } from '#ports/admin/sign-in/one-time-codes.js';
import type { SecondFactor } from '#ports/admin/sign-in/second-factors.js';
import type { AdminPorts } from '../access/admin-ports.js';

export const recoveryCodesPerAccount = 10;
const driftSteps = 1;
/** Letters of a recovery code without its dashes. As the mint makes passwords. */
const recoveryPattern = /^[0-9a-hjkmnp-tv-z]{20}$/;

type SpendPorts = Pick<AdminPorts, 'secondFactors' | 'sealer' | 'codes' | 'mint' | 'clock'>;

export type PresentedCode =
  | { readonly kind: 'one-time'; readonly code: string }
  | { readonly kind: 'recovery'; readonly code: string }
  | { readonly kind: 'neither' };

/** As people type them: with blanks and dashes, in capitals, an o for a 0. */
export function readCode(typed: string): PresentedCode {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
  if (/^\d{6}$/.test(code)) return { kind: 'one-time', code };
  const spelled = code.replaceAll('o', '0').replace(/[il]/g, '1');
  return recoveryPattern.test(spelled) ? { kind: 'recovery', code: spelled } : { kind: 'neither' };
}

/** Whether the code is right; then it never is again. */
export async function spendCode(
  ports: SpendPorts,
  factor: SecondFactor,
  secret: string | undefined,
  presented: PresentedCode,
): Promise<boolean> {
  if (presented.kind === 'neither') return false;
  if (presented.kind === 'recovery') {
    const digest = recoveryDigest(ports, factor.accountId, presented.code);
    return ports.secondFactors.useRecoveryCode(factor.accountId, digest);
  }
  const step = secret === undefined ? undefined : stepOfCode(ports, secret, presented.code);
  return step !== undefined && ports.secondFactors.useStep(factor, step);
}

/** The step whose code it is now; whether it was used before is the store's to say. */
export function stepOfCode(
  { codes, clock }: Pick<AdminPorts, 'codes' | 'clock'>,
  secret: string,
  code: string,
): number | undefined {
  const now = Math.floor(clock.unixMs() / stepMs);
  const steps = Array.from({ length: 2 * driftSteps + 1 }, (_, i) => now - driftSteps + i);
  return codes.stepOf(secret, code, steps);
}

/** Undefined when another key sealed it. */
export function openSecret(
  { sealer }: Pick<AdminPorts, 'sealer'>,
  factor: Pick<SecondFactor, 'accountId' | 'sealedSecret'>,
): string | undefined {
  return sealer.open(factor.sealedSecret, sealedFor(factor.accountId));
}

/** Those in force that another key sealed. */
export async function countUnreadable(ports: Pick<AdminPorts, 'secondFactors' | 'sealer'>): Promise<number> {
  const factors = await ports.secondFactors.list();
  return factors.filter((factor) => openSecret(ports, factor) === undefined).length;
}

export function sealSecret(
  { sealer }: Pick<AdminPorts, 'sealer'>,
  accountId: string,
  secret: string,
): string {
  return sealer.seal(secret, sealedFor(accountId));
}

/** For people, and as they are stored: a digest is enough for what has 100 random bits. */
export function makeRecoveryCodes(
  ports: Pick<AdminPorts, 'mint'>,
  accountId: string,
): { readonly codes: readonly string[]; readonly digests: readonly string[] } {
  const codes = Array.from({ length: recoveryCodesPerAccount }, () => ports.mint.password());
  return { codes, digests: codes.map((code) => recoveryDigest(ports, accountId, code.replaceAll('-', ''))) };
}

function recoveryDigest({ mint }: Pick<AdminPorts, 'mint'>, accountId: string, code: string): string {
  return mint.digest(`recovery code of ${accountId}: ${code}`);
}

function sealedFor(accountId: string): string {
  return `second factor of ${accountId}`;
}
