// Sends a datagram to each host and prints from where it was answered, or why nothing was sent. Arguments: port, hosts.

import { setTimeout as sleep } from 'node:timers/promises';
import { openDatagramSocket } from '#adapters/udp/open-datagram-socket.js';
import { resolveHost } from '#adapters/udp/resolve-host.js';
import { UdpError } from '#adapters/udp/udp-options.js';
import { addressOf, addressText } from '#ports/network/datagram-address.js';

const [port, ...hosts] = process.argv.slice(2);
const patienceMs = 3000;
const resendMs = 300;

async function ask(host: string): Promise<string> {
  const to = addressOf(await resolveHost(host), Number(port));
  const { socket } = await openDatagramSocket('dgram', {
    host: host.includes(':') ? '::' : '0.0.0.0',
    port: 0,
  });
  let answer = 'no answer';
  const note = {
    onDatagram: (_data: Uint8Array, _at: number, _length: number, from: Uint8Array, fromAt: number) => {
      answer = addressText(from, fromAt) === addressText(to, 0) ? 'from there' : addressText(from, fromAt);
    },
  };
  for (let ms = 0; ms < patienceMs && answer === 'no answer'; ms += 10) {
    if (ms % resendMs === 0 && socket.claim() >= 0) socket.commit(4, to, 0);
    socket.flush();
    await sleep(10);
    socket.receive(note, 0);
  }
  await socket.close();
  return answer;
}

const answers: Record<string, string> = {};
for (const host of hosts) {
  answers[host] = await ask(host).catch((error: unknown) => {
    if (error instanceof UdpError) return `${error.code}: ${error.message}`;
    throw error;
  });
}
process.stdout.write(JSON.stringify(answers));
