// How a server judges itself, as the admin API takes it: what fits of reasons, which may be words of the system's.

import {
  checkReasonCharactersMax,
  serverChecksMax,
  type ServerCheck,
} from '#ports/admin/servers/server-registry.js';

/** Characters that the API refuses in texts: control characters, and marks that turn text round. */
const refused = /[\p{Cc}\p{Bidi_Control}]+/gu;

export function tellable(judged: {
  readonly checks: Readonly<Record<string, Omit<ServerCheck, 'name'>>>;
}): readonly ServerCheck[] {
  return Object.entries(judged.checks)
    .slice(0, serverChecksMax)
    .map(([name, { ok, reason }]) => ({ name, ok, ...(reason && { reason: cut(reason) }) }));
}

function cut(reason: string): string {
  const said = reason.toWellFormed().replace(refused, ' ');
  // The cut may fall into a surrogate pair.
  return said.slice(0, checkReasonCharactersMax).toWellFormed();
}
