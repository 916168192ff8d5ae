// The headers that every answer carries, and the policy of the console's page.

const always: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/** Answers that are no page may load nothing and be framed by nobody. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** One year, as is usual; only sent over HTTPS. */
const strictTransport = 'max-age=31536000; includeSubDomains';

export function securityHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(always),
    'content-security-policy': dataPolicy,
    ...(https && { 'strict-transport-security': strictTransport }),
  };
}

/** `nonce` is fresh for every response. */
export function consolePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
  ].join('; ');
}
