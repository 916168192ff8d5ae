// Whether an account has logged in from there before: with this browser (a cookie that is set at each log-in, after
// OWASP's "device cookies") or from this network. Such a one keeps a way in while strangers are locked out. It opens
// nothing by itself: the password is asked for all the same. Who is at the machine counts as known: whatever happens, an
// SSH tunnel is a way in.

// Has its name in AdminStores from its port.
import type {} from '#ports/admin/sign-in/known-origins.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Origin } from '../access/caller.js';
import { networkOf, type Acquaintance } from './login-limits.js';

const browserTokenPrefix = 'tos_brw_';
/** From the last log-in there. */
export const knownOriginMsMax = 90 * 24 * 3_600_000;

export async function recogniseOrigin(
  ports: Pick<AdminPorts, 'knownOrigins' | 'mint' | 'clock'>,
  accountId: string | undefined,
  origin: Origin,
): Promise<Acquaintance> {
  if (accountId === undefined) return { kind: 'stranger' };
  const browser = browserMark(ports, origin.browserToken);
  const network = networkMark(ports, origin.address);
  const marks = browser === undefined ? [network] : [browser, network];
  const since = ports.clock.unixMs() - knownOriginMsMax;
  const known = await ports.knownOrigins.among(accountId, marks, since);
  if (browser !== undefined && known.has(browser)) return { kind: 'browser', mark: browser };
  return { kind: known.has(network) || isLoopback(origin.address) ? 'network' : 'stranger' };
}

/** Answers the browser's token: the one it brought, or a new one. */
export async function rememberOrigin(
  ports: Pick<AdminPorts, 'knownOrigins' | 'mint' | 'clock'>,
  accountId: string,
  origin: Origin,
): Promise<string> {
  const token = isBrowserToken(origin.browserToken)
    ? origin.browserToken
    : ports.mint.token(browserTokenPrefix);
  const marks = [browserMark(ports, token)!, networkMark(ports, origin.address)];
  await ports.knownOrigins.remember(accountId, marks, ports.clock.unixMs());
  return token;
}

/** As the edge spells addresses. */
function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** 256 bits in base64url, as the mint makes them. Others might be known to somebody. */
function isBrowserToken(token: string | undefined): token is string {
  return token?.startsWith(browserTokenPrefix) === true && token.length === browserTokenPrefix.length + 43;
}

function browserMark({ mint }: Pick<AdminPorts, 'mint'>, token: string | undefined): string | undefined {
  return isBrowserToken(token) ? mint.digest(token) : undefined;
}

function networkMark({ mint }: Pick<AdminPorts, 'mint'>, address: string): string {
  return mint.digest(`network ${networkOf(address)}`);
}
