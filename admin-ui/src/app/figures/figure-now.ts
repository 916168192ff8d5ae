// A figure that is only true while its server is heard of.
import { GameServer } from '../api/models';

/** Null, which is written as a dash, for a server that is offline: what it was at last says nothing of now. */
export function figureNow(
  server: Pick<GameServer, 'status'>,
  figure: number | null | undefined,
): number | null {
  return server.status === 'offline' ? null : (figure ?? null);
}
