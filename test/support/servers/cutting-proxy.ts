// An HTTP proxy before one server, which can cut what a test names: as a network does that loses one request or one answer.

import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CuttingProxy {
  readonly url: string;
  /** Where requests go; may change. */
  target: string;
  /** Requests whose path ends so are cut before they reach the server. */
  readonly cuts: Set<string>;
  stop(): Promise<void>;
}

export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const server = createServer((asked, answer) => {
    const isCut = [...proxy.cuts].some((end) => asked.url?.endsWith(end));
    if (isCut) return void asked.socket.destroy();
    const { method, headers, url } = asked;
    const onward = request(
      new URL(url!, proxy.target),
      { method: method!, headers },
      (answered: IncomingMessage) => {
        answer.writeHead(answered.statusCode!, answered.headers);
        answered.pipe(answer);
      },
    );
    onward.on('error', () => asked.socket.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: CuttingProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    target,
    cuts: new Set(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}
