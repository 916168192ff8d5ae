// Health as a list of named checks, each with its reason when it fails. A check that throws or does not answer in time
// has failed; one broken check never hides the others.

import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';

export interface Health {
  readonly status: 'ok' | 'failing';
  readonly checks: Readonly<Record<string, { readonly ok: boolean; readonly reason?: string }>>;
}

/** Longer than any healthy check takes, shorter than orchestrators wait. */
export const checkMs = 800;

export async function judge(checks: readonly HealthCheck[]): Promise<Health> {
  const results = await Promise.all(
    checks.map(async (check) => [check.name, await resultOf(check)] as const),
  );
  const failing = results.some(([, result]) => !result.ok);
  return { status: failing ? 'failing' : 'ok', checks: Object.fromEntries(results) };
}

async function resultOf(check: HealthCheck): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CheckResult>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, reason: `no answer within ${checkMs} ms` }), checkMs);
  });
  try {
    return await Promise.race([(async () => check.check())(), late]);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
