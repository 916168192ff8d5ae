// The two things a game server asks about commands: which there are for it, and, with what became of them, to be rid of
// them. It asks again and again; nothing here waits. A server gets its own commands only, and answers only those.

import type { HandedOut, StoredAnswer } from '#ports/admin/operations/command-store.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { findOwnServer } from '../access/own-server.js';

type Refusal = { readonly ok: false; readonly reason: 'unknown-server' | 'foreign-server' };

export type HandOutResult = { readonly ok: true; readonly handed: readonly HandedOut[] } | Refusal;
export type TakeAnswersResult = { readonly ok: true; readonly noted: number } | Refusal;

/** In one hand-over: each is up to some hundred bytes. */
const handedAtOnceMax = 16;

/** `known`: those that the server has, and has not answered or not heard that its answer came. */
export async function handOutCommands(
  ports: Pick<AdminPorts, 'servers' | 'commands'>,
  token: ServerToken,
  serverId: string,
  known: readonly string[],
): Promise<HandOutResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  return { ok: true, handed: await ports.commands.handOut(serverId, known, handedAtOnceMax) };
}

/** Answers that come twice, or to nothing of this server's, count for nothing: the server need not send them again. */
export async function takeAnswers(
  ports: Pick<AdminPorts, 'servers' | 'commands'>,
  token: ServerToken,
  serverId: string,
  answers: readonly { readonly id: string; readonly answer: StoredAnswer }[],
): Promise<TakeAnswersResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  let noted = 0;
  for (const { id, answer } of answers) if (await ports.commands.conclude(serverId, id, answer)) noted++;
  return { ok: true, noted };
}
