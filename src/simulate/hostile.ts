// Clients that mean harm: they send rubbish, repeat or change what others sent, flood, never listen, or ask for memory.
// The server may drop, refuse or disconnect them; nobody else may notice.

import { encodeHello, Hello, helloId, sessionVersion } from '#adapters/protocol/generated/handshake.js';
import { chatRequestId } from '#adapters/protocol/generated/game.js';
import { protocolHash } from '#adapters/protocol/generated/packets.js';
import { sealedType } from '#adapters/protocol/session/bytes/packet-layout.js';
import { addressOf } from '#ports/network/datagram-address.js';
import type { CapturedDatagrams } from './captured-datagrams.js';
import type { HostileKind } from './scenario.js';
import type { SeededBytes } from './work/seeded-bytes.js';
import { serverAddress, type WholeServer } from './whole-server.js';

export interface HostileWorld {
  readonly server: WholeServer;
  readonly random: SeededBytes;
  readonly captured: CapturedDatagrams;
}

/** Called every tick. */
export type Hostile = () => void;

export const hostiles: Readonly<Record<HostileKind, (world: HostileWorld) => Hostile>> = {
  garbage: sendGarbage,
  replay: replay,
  mutate: mutate,
  flood: flood,
  deaf: stopListening,
  fragments: hoardFragments,
  hello: spoofHellos,
};

function sendGarbage({ server, random }: HostileWorld): Hostile {
  const from = server.freshAddress();
  return () => {
    for (let i = 0; i < 4; i++) {
      const data = new Uint8Array(random.below(1500));
      random.fill(data);
      if (random.chance(0.5)) data[0] = random.chance(0.5) ? sealedType : random.below(0x20);
      server.network.inject(data, from, serverAddress);
    }
  };
}

/** Repeats what honest clients sent, from the same or from another address. */
function replay({ server, random, captured }: HostileWorld): Hostile {
  const own = server.freshAddress();
  return () => {
    for (let i = 0; i < 3; i++) {
      const datagram = captured.any(random);
      if (datagram === undefined) return;
      server.network.inject(datagram.data, random.chance(0.5) ? datagram.from : own, datagram.to);
    }
  };
}

/**
 * Changes what others sent. Only sealed packets are sent on in their name: what is not sealed is protected against those
 * who cannot read along, and this one does.
 */
function mutate({ server, random, captured }: HostileWorld): Hostile {
  const own = server.freshAddress();
  return () => {
    for (let i = 0; i < 3; i++) {
      const datagram = captured.any(random);
      if (datagram === undefined) return;
      const data = datagram.data.slice(
        0,
        random.chance(0.2) ? random.below(datagram.data.length) : undefined,
      );
      for (let flips = 1 + random.below(4); flips > 0 && data.length > 0; flips--) {
        data[random.below(data.length)]! ^= 1 << random.below(8);
      }
      const isSealed = datagram.data[0]! >= sealedType && data[0]! >= sealedType;
      server.network.inject(data, isSealed && random.chance(0.5) ? datagram.from : own, datagram.to);
    }
  };
}

/** A true client that sends far more than it may. */
function flood({ server }: HostileWorld): Hostile {
  const client = server.connect('flooder');
  return () => {
    if (!client.isInWorld) return;
    for (let i = 0; i < 20; i++) client.move(1, 0, i, 6);
    for (let i = 0; i < 5; i++) client.useSkill(1, 0xffff_ffff);
    client.chat(1, 'x'.repeat(200));
  };
}

/** Joins, then sends on but never again receives, so that nothing is acknowledged. */
function stopListening({ server }: HostileWorld): Hostile {
  const { client } = server.join('deaf-one', {});
  return () => {
    if (!client.isInWorld) return;
    const at = server.clients.indexOf(client);
    if (at >= 0) server.clients.splice(at, 1);
    client.move(0, 1, 0, 1);
    client.session.send(false, Uint8Array.of(chatRequestId), 0, 1);
  };
}

/** Asks the server to put together messages of the greatest length there is. */
function hoardFragments({ server, random }: HostileWorld): Hostile {
  const client = server.connect('hoarder');
  const data = new Uint8Array(65_000);
  random.fill(data);
  data[0] = chatRequestId;
  return () => {
    if (client.isInWorld) client.session.send(true, data, 0, random.chance(0.5) ? data.length : 4000);
  };
}

function spoofHellos({ server, random }: HostileWorld): Hostile {
  const hello = new Hello();
  const data = new Uint8Array(1200);
  hello.sessionVersion = sessionVersion;
  hello.protocolHash.set(protocolHash);
  return () => {
    for (let i = 0; i < 10; i++) {
      random.fill(hello.clientKey);
      if (encodeHello(hello, data, 0) < 0 || data[0] !== helloId) throw new Error('a hello does not encode');
      const from = addressOf(`10.${random.below(256)}.${random.below(256)}.1`, 1 + random.below(65_535));
      server.network.inject(data, from, serverAddress);
    }
  };
}
