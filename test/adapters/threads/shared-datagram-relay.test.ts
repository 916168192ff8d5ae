// The relay between gateways: whole datagrams with all of their address, in order for each pair, bounded, and without
// allocation.

import { describe, expect, it } from '@jest/globals';
import { createRelays, SharedDatagramRelay } from '#adapters/threads/memory/shared-datagram-relay.js';
import type { RelayReceiver } from '#ports/threads/datagram-relay.js';
import { addressBytes, slotBytes } from '#ports/network/datagram-socket.js';
import { heapBytesPerCall } from '../../support/measure/heap-allocation.js';

class Inbox implements RelayReceiver {
  readonly datagrams: { bytes: number[]; address: number[] }[] = [];
  readonly resumed: number[][] = [];

  onDatagram(data: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void {
    this.datagrams.push({
      bytes: [...data.slice(at, at + length)],
      address: [...address.slice(addressAt, addressAt + addressBytes)],
    });
    data.fill(0, at, at + length);
  }

  onResumedElsewhere(tokenId: Uint8Array): void {
    this.resumed.push([...tokenId]);
  }
}

const address = Uint8Array.from({ length: addressBytes + 3 }, (_, i) => i + 100);
const numbered = (number: number, length: number): Uint8Array =>
  Uint8Array.from({ length: length + 2 }, (_, i) => (i * 7 + number) & 255);

describe('the relay between gateways', () => {
  const open = (gateways: number): SharedDatagramRelay[] => {
    const handles = createRelays(gateways);
    return handles.map((_, index) => new SharedDatagramRelay(handles, index));
  };

  it('hands over datagrams of every size with all of their address, in order, to the one they are for', () => {
    const relays = open(4);
    const inboxes = relays.map(() => new Inbox());
    for (let length = 0; length <= slotBytes; length += 96) {
      expect(relays[1]!.pass(3, numbered(length, length), 2, length, address, 3)).toBe(true);
    }
    expect(relays[0]!.passResumed(3, Uint8Array.of(1, 2, 3, 4))).toBe(true);
    expect(relays.map(({ isWaiting }) => isWaiting)).toEqual([false, false, false, true]);
    const counts = relays.map((relay, i) => relay.receive(inboxes[i]!));
    const lengths = Array.from({ length: slotBytes / 96 + 1 }, (_, i) => i * 96);
    expect(counts).toEqual([0, 0, 0, lengths.length]);
    expect(inboxes[3]!.datagrams).toEqual(
      lengths.map((length) => ({
        bytes: [...numbered(length, length).slice(2)],
        address: [...address.slice(3)],
      })),
    );
    expect(inboxes[3]!.resumed).toEqual([[1, 2, 3, 4]]);
    expect(relays[3]!.isWaiting).toBe(false);
  });

  it.each([2, 3, 16])(
    'of %i gateways refuses what is too much, and only from who sends too much',
    (gateways) => {
      const relays = open(gateways);
      const inbox = new Inbox();
      let passed = 0;
      while (relays[0]!.pass(1, numbered(0, 1200), 0, 1200, address, 0)) passed++;
      expect(passed).toBeGreaterThan(40);
      expect(passed).toBeLessThan(900);
      if (gateways > 2) expect(relays[2]!.pass(1, numbered(0, 1200), 0, 1200, address, 0)).toBe(true);
      while (relays[1]!.receive(inbox) > 0);
      expect(inbox.datagrams).toHaveLength(passed + (gateways > 2 ? 1 : 0));
      expect(relays[0]!.pass(1, numbered(0, 1200), 0, 1200, address, 0)).toBe(true);
    },
  );

  it('allocates nothing for a datagram', () => {
    const [first, second] = open(2) as [SharedDatagramRelay, SharedDatagramRelay];
    const datagram = numbered(1, 120);
    let bytes = 0;
    const sink: RelayReceiver = {
      onDatagram: (_data, _at, length) => void (bytes = (bytes + length) | 0),
      onResumedElsewhere() {},
    };
    const round = () => {
      for (let i = 0; i < 4; i++) first.pass(1, datagram, 0, 120, address, 0);
      if (second.isWaiting) second.receive(sink);
    };
    expect(heapBytesPerCall(round)).toBeLessThan(1);
    expect(bytes).not.toBe(0);
  });
});
