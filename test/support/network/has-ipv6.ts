// Whether this machine has IPv6 on loopback; without it tests of IPv6 are left out.

import { networkInterfaces } from 'node:os';

export const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((each) => each?.family === 'IPv6' && each.internal);
