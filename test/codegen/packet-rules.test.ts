// What the checker refuses in packets, and what it says. The first words of each name are the rule.

import { describe, expect, it } from '@jest/globals';
import { errorsOf } from './support/schema-text.js';

describe('packets', () => {
  const head = (clauses: string): string => `packet P = 1 ${clauses} {\n  a: u8[..1500]\n}`;

  it.each([
    [
      'have ids of one byte',
      'packet P = 256 internal {\n}',
      ["1:12 a packet's id must lie in 1 .. 255, not 256"],
    ],
    ['do not have id 0', 'packet P = 0 internal {\n}', ["1:12 a packet's id must lie in 1 .. 255, not 0"]],
    [
      'have ids of their own',
      'packet P = 1 internal {\n}\npacket Q = 1 internal {\n}',
      ["3:12 the id 0x01 belongs to 'P' already | 0x02 is free"],
    ],
    [
      'have ids of their own, and are offered one that no other has, wherever it stands',
      'packet P = 1 internal {\n}\npacket Q = 1 internal {\n}\npacket R = 2 internal {\n}',
      ["3:12 the id 0x01 belongs to 'P' already | 0x03 is free"],
    ],
    [
      'say who sends them',
      'packet P = 1 on reliable {\n}',
      [
        "1:8 the packet 'P' does not say who sends it | as in 'from client on reliable', or 'internal' for records between threads",
      ],
    ],
    [
      'say their channel',
      'packet P = 1 from server {\n}',
      [
        "1:8 the packet 'P' does not say its channel | as in 'from client on reliable', or 'internal' for records between threads",
      ],
    ],
    [
      'come from a known side',
      'packet P = 1 from sever on reliable {\n}',
      ["1:19 'sever' sends nothing | did you mean 'server'?"],
    ],
    [
      'go on a known channel',
      'packet P = 1 from server on relaible {\n}',
      ["1:29 no channel is named 'relaible' | did you mean 'reliable'?"],
    ],
    [
      'may wait until their player stands in the world',
      'packet P = 1 from client on reliable state playing rate 1/s {\n}',
      [],
    ],
    [
      'are for a known state',
      'packet P = 1 from client on reliable state playin rate 1/s {\n}',
      ["1:44 no state of a session is named 'playin' | did you mean 'playing'?"],
    ],
    [
      'of the handshake know no state',
      'packet P = 1 from client on handshake state playing {\n}',
      ['1:45 a packet of the handshake travels before there is a session'],
    ],
    [
      'from servers know no state',
      'packet P = 1 from server on reliable state playing {\n}',
      [
        '1:44 a packet from server has no state | a state holds back what clients send; the server sends when it is right',
      ],
    ],
    [
      'between threads know no session',
      'packet P = 1 internal state playing {\n}',
      ['1:29 an internal packet knows no session'],
    ],
    [
      'from clients have a rate',
      'packet P = 1 from client on reliable {\n}',
      ["1:8 'P' comes from clients and needs a rate | as in 'rate 10/s burst 20'"],
    ],
    [
      'from servers have none',
      'packet P = 1 from server on reliable rate 5/s {\n}',
      ['1:43 only packets from clients have a rate | the server limits itself'],
    ],
    [
      'have a burst only with a rate',
      'packet P = 1 from server on reliable burst 5 {\n}',
      ['1:44 a burst needs a rate before it'],
    ],
    [
      'fit their channel',
      head('from server on unreliable'),
      [
        "1:8 'P' can take 1503 bytes, but the channel unreliable carries 1150 | lower the caps, or add 'max 1150' and let the sender keep to it",
      ],
    ],
    [
      'of clients fit what a server makes room for',
      'packet P = 1 from client on reliable rate 1/s {\n  a: u8[..5000]\n}',
      [
        "1:8 'P' can take 5003 bytes, but the channel reliable, from a client, carries 4096 | lower the caps, or add 'max 4096' and let the sender keep to it",
      ],
    ],
    ['may be bounded by their sender', head('from server on unreliable max 1150'), []],
    [
      'are not bounded above the channel',
      head('from server on sequenced max 1151'),
      ["1:43 'max' must lie in 3 .. 1150, not 1151"],
    ],
    [
      'are not bounded for nothing',
      head('from server on reliable max 1503'),
      ["1:42 'max' bounds nothing: the fields take 1503 bytes at most"],
    ],
    [
      'fit their padding',
      'packet P = 1 from server on handshake padded 5 {\n  a: u32\n  b: u8\n}',
      ['1:46 the fields alone can take 6 bytes'],
    ],
    [
      'are either bounded or padded',
      'packet P = 1 from server on handshake max 50 padded 90 {\n  a: string<80>\n}',
      ["1:53 'max' and 'padded' exclude each other"],
    ],
    [
      'between threads have no sender',
      'packet P = 1 internal from server {\n}',
      ['1:28 an internal packet has no sender and no channel'],
    ],
    [
      'of the network and of threads are apart',
      'packet P = 1 internal {\n}\npacket Q = 2 from server on reliable {\n}',
      ['3:8 internal and network packets stand in one file | move it to a file without internal packets'],
    ],
  ] as const)('%s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });
});
