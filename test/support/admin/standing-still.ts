// A way to a PostgreSQL on which everything stands still when a test says so: what was sent stays unread, nothing is answered,
// and no connection ends.

import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface StandingStill {
  /** The database's address by this way. */
  readonly url: string;
  standStill(): void;
  close(): Promise<void>;
}

export async function standingStill(databaseUrl: string): Promise<StandingStill> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isStill = false;
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ host: target.hostname, port: Number(target.port), allowHalfOpen: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('data', (data) => !isStill && to.write(data));
      from.on('end', () => !isStill && to.end());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    standStill: () => void (isStill = true),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
