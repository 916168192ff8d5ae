// How often requests may be sent: what the library says is on its way is taken by the server, and what would be too often
// is refused here, for the server would answer nothing to it.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { encodeWelcome, Welcome } from '#adapters/protocol/generated/game.js';
import { packetInfo } from '#adapters/protocol/generated/packets.js';
import { requestIds } from '#adapters/protocol/generated/requests.js';
import { GameClient } from '#client/game-client.js';
import { atOnce } from '#client/request-rates.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { crypto, SeededRandom, SessionLab } from '../protocol/session/session-lab.js';

type Ask = (client: GameClient) => { readonly ok: boolean; readonly reason?: string };

const floods: readonly [name: keyof typeof requestIds, ask: Ask][] = [
  ['moveItem', (client) => client.moveItem(client.nextCommand(), 1, 0, 1, 1, 1)],
  ['searchMarket', (client) => client.searchMarket(0, 0)],
  ['sendLetter', (client) => client.sendLetter(client.nextCommand(), 'Eve', 'a', 'b', 0, 0, [])],
  ['chat', (client) => client.chat(1, 'hello')],
];

function joined(lab: SessionLab): { readonly client: GameClient; readonly run: (ms: number) => void } {
  const client = new GameClient({
    socket: lab.network.open(addressOf('10.0.0.9', 9999)),
    crypto,
    random: new SeededRandom(5),
    clock: lab.clock,
    serverAddress: lab.serverAddress,
    credentials: { kind: 'guest', name: 'Ada' },
    listener: {},
  });
  const run = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += 5) {
      lab.run(5);
      client.update();
    }
  };
  run(3_000);
  const bytes = new Uint8Array(200);
  const end = encodeWelcome(
    Object.assign(new Welcome(), { entity: 0x1_0005, tick: 9, name: 'Ada', map: 1, mapKey: 'meadow' }),
    bytes,
    0,
  );
  lab.server.send(0, true, bytes, 0, end);
  run(3_000);
  expect(client.isInWorld).toBe(true);
  return { client, run };
}

describe('requests above their rate', () => {
  it.each(floods)('%s: all that were sent arrive, the others are refused here', (name, ask) => {
    const lab = new SessionLab({ delayMs: 60, jitterMs: 60, lossRatio: 0.05 });
    const { client, run } = joined(lab);
    const id = requestIds[name];
    const reasons: (string | undefined)[] = [];
    let sent = 0;
    for (let i = 0; i < 400; i++) {
      const { ok, reason } = ask(client);
      if (ok) sent++;
      else reasons.push(reason);
      run(i < 60 ? 0 : 10);
    }
    run(5_000);
    expect(new Set(reasons)).toEqual(new Set(['too-often']));
    expect(lab.log.messages.filter(({ bytes }) => bytes[0] === id)).toHaveLength(sent);
    expect(lab.server.counters.messagesExcess).toBe(0);
    expect(sent).toBeGreaterThanOrEqual(Math.floor(atOnce(id) + 3 * packetInfo(id)!.ratePerSecond));
    expect(ask(client).ok).toBe(true);
  });

  it('are told by README.md as they are', () => {
    const readme = readFileSync('client/README.md', 'utf8');
    const [, table] = /^## How often$(.*?)^## /ms.exec(readme)!;
    const told = [...table!.matchAll(/^\| (`.*`) +\| (\d+) +\| (\d+) +\|$/gm)].flatMap(
      ([, names, rate, most]) =>
        [...names!.matchAll(/`(\w+)`/g)].map(([, name]) => `${name} ${rate} ${most}`),
    );
    const rates = Object.entries(requestIds)
      .filter(([name]) => name !== 'playerInput')
      .map(([name, id]) => `${name} ${packetInfo(id)!.ratePerSecond} ${Math.floor(atOnce(id))}`);
    expect(told.sort()).toEqual(rates.sort());
  });
});
