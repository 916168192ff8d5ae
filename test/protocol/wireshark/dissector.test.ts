// tshark, with our dissector and a key log, shows in a capture of real traffic what was really said.

import { beforeAll, expect, it } from '@jest/globals';
import { loadContent } from '#adapters/content-files/load-content.js';
import { keyLogLine } from '#adapters/protocol/session/crypto/key-log.js';
import { PacketFrame } from '#adapters/protocol/session/bytes/frame.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import type { AeadKey } from '#ports/network/aead-key.js';
import { WholeServer } from '../../support/servers/whole-server.js';
import { RecordingSocket, type Datagram } from './capture.js';
import type { Leaf } from './message-leaves.js';
import { describeWithTshark, dissected, messageLeaves, remarksIn, shownLeaves, tshark } from './tshark.js';

const crypto = new SodiumCryptoSuite();

interface Keys {
  readonly client: AeadKey;
  readonly server: AeadKey;
}

const datagrams: Datagram[] = [];
const keys: Keys[] = [];
let keyLog = '';

/** Two players who walk, talk, fight and leave. */
async function play(): Promise<void> {
  const loaded = await loadContent('content');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const server = new WholeServer({
    content: loaded.content,
    keyLog: (connectionId, client, server) => {
      keyLog += keyLogLine(connectionId, client, server);
      keys.push({ client: client.slice(), server: server.slice() });
    },
  });
  const open = server.network.open.bind(server.network);
  server.network.open = ((address: Uint8Array) =>
    new RecordingSocket(open(address), address.slice(), (from, to, bytes) =>
      datagrams.push({ atMs: server.clock.ms, from, to, bytes }),
    )) as unknown as typeof open;
  const [ada, bob] = [server.connect('Ada'), server.connect('Bob')];
  await server.until(() => ada.self.tick > 0 && bob.self.tick > 0);
  ada.chat(1, 'Grüße, "Bob" <& all>');
  bob.useSkill(1, ada.self.entity);
  await server.run(40, (client, index) => client.move(index === 0 ? 0.5 : -1, 0.25, 64 * index, 1));
  ada.leave();
  await server.run(40);
}

/** The messages of a datagram, by our own code. */
function messagesOf({ bytes }: Datagram): readonly Leaf[] {
  if (bytes[0]! < 0x40) return messageLeaves(bytes);
  const plain = openedPacket(bytes);
  const frame = new PacketFrame();
  const leaves: Leaf[] = [];
  for (let at = 7; at < plain.length;) {
    at = frame.read(plain, at, plain.length);
    if (at < 0) throw new Error('a malformed frame');
    leaves.push(...messageLeaves(plain.slice(frame.bodyAt, frame.bodyAt + frame.bytes)));
  }
  return leaves;
}

/** Numbers stay below 65,536 here, so that the header tells the whole number. */
function openedPacket(datagram: Uint8Array): Uint8Array {
  for (const pair of keys) {
    for (const key of [pair.client, pair.server]) {
      const copy = Uint8Array.from(datagram);
      const number = copy[5]! + 256 * copy[6]!;
      if (crypto.open(key, 0, number, copy, 0, 7, 7, copy.length - 7)) return copy.slice(7, -16);
    }
  }
  throw new Error('no key opens this packet');
}

describeWithTshark('tshark with the dissector, on a capture of two players', () => {
  beforeAll(play);

  it('shows every field of every message, and nothing else, with the key log', () => {
    const shown = dissected(datagrams, `# a comment\n${keyLog}`);
    expect(shown.length).toBe(datagrams.length);
    const said = new Set<string>();
    datagrams.forEach((datagram, index) => {
      const expected = messagesOf(datagram).filter(([, value]) => value !== '');
      expect(shownLeaves(shown[index]!, expected)).toEqual(expected);
      expect(remarksIn(shown[index]!)).toEqual([]);
      for (const [name] of expected) said.add(name.split('.')[1]!);
    });
    for (const name of [
      'Hello',
      'Accept',
      'PlayerInput',
      'Snapshot',
      'EntityState',
      'ChatMessage',
      'Disconnect',
    ])
      expect(said).toContain(name);
  });

  it('shows the handshake alone without the keys, and with the keys of others', () => {
    const foreign = keyLog.replace(/[0-9a-f]{64}/g, '5'.repeat(64));
    for (const log of [undefined, foreign]) {
      const shown = dissected(datagrams.slice(0, 40), log);
      datagrams.slice(0, 40).forEach((datagram, index) => {
        const sealed = datagram.bytes[0]! >= 0x40;
        const expected = sealed ? [] : messagesOf(datagram).filter(([, value]) => value !== '');
        expect(shownLeaves(shown[index]!, expected)).toEqual(expected);
        expect(remarksIn(shown[index]!)).toEqual(sealed ? ['no key of the key log opens this packet'] : []);
      });
    }
  });

  it('shows what a connect token says', () => {
    const columns = ['guest', 'issued', 'expires', 'name'].flatMap((name) => ['-e', `tos.token.${name}`]);
    const shown = tshark(datagrams.slice(0, 20), undefined, [
      '-Y',
      'tos.TokenGrant',
      '-T',
      'fields',
      ...columns,
    ]);
    const tokens = shown
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(tokens.map(([guest, , , name]) => [/^(1|True)$/.test(guest!), name])).toEqual([
      [true, 'Ada'],
      [true, 'Bob'],
    ]);
    expect(tokens[0]![1]).toContain('2023');
    expect(tokens[0]![2]).not.toBe(tokens[0]![1]);
  });

  it('shows nothing of a packet of which a bit was changed', () => {
    const index = datagrams.findIndex(({ bytes }) => bytes[0]! >= 0x40);
    const changed = { ...datagrams[index]!, bytes: datagrams[index]!.bytes.slice() };
    changed.bytes[changed.bytes.length - 17]! ^= 1;
    expect(remarksIn(dissected([changed], keyLog)[0]!)).toEqual(['no key of the key log opens this packet']);
  });
});
