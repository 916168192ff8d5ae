// What a report says of a session that ended otherwise than by leaving: the reason by the schema's name.

import { DenyReason, DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import type { SessionEnd } from '#adapters/protocol/session/client/client-options.js';

/** `joined`: whether its character stood in the world before. */
export function describeEnd(end: SessionEnd, joined: boolean): string {
  const when = joined ? 'while playing' : 'while joining';
  switch (end.kind) {
    case 'denied':
      return `denied: ${nameOf(DenyReason, end.reason)}${end.detail === '' ? '' : ` (${end.detail})`}`;
    case 'no-answer':
      return 'no answer from the server';
    case 'wrong-server-key':
      return 'the server has another key than expected';
    case 'disconnected':
      return `disconnected ${when}: ${nameOf(DisconnectReason, end.reason)}${end.detail === '' ? '' : ` (${end.detail})`}`;
  }
}

function nameOf(values: Readonly<Record<string, number>>, value: number): string {
  return Object.keys(values).find((name) => values[name] === value) ?? String(value);
}
