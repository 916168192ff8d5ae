// Ann, who has a second factor, and the two steps of her log-in.

import type { Origin } from '#application/admin/access/caller.js';
import { finishLogIn } from '#application/admin/sign-in/finish-log-in.js';
import { logIn } from '#application/admin/sign-in/log-in.js';
import { stepMs } from '#ports/admin/sign-in/one-time-codes.js';
import { AdminWorld, goodPassword, someOrigin } from './admin-world.js';
import { enrol } from './phone.js';

export const elsewhere: Origin = { ...someOrigin, address: '198.51.100.9' };
export const wrongCode = 'abcdef';

/** Ann has a second factor, and the step of its enrolment is over. */
export async function enrolled() {
  const world = new AdminWorld();
  const ann = await world.addAccount('ann', 'moderator');
  const { phone, recoveryCodes } = await enrol(world, ann);
  world.clock.atUnixMs += stepMs;
  const code = () => phone.codeAt(world.clock.atUnixMs);
  const caller = { ...someOrigin, account: ann, tokenDigest: 'session of ann' };
  return { world, ann, phone, recoveryCodes, code, caller };
}

export async function firstStep(
  world: AdminWorld,
  origin = someOrigin,
  password = goodPassword,
): Promise<string> {
  const result = await logIn(world.ports, { name: 'ann', password }, origin);
  if (result.ok || result.reason !== 'code-due') throw new Error('no code is due');
  return result.halfToken;
}

export const finish = (world: AdminWorld, token: string, code: string, origin = someOrigin) =>
  finishLogIn(world.ports, { token, code }, origin);

export const refused = (reason: string) => ({ ok: false, reason });
