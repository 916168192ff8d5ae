// The bare datagram path: receive and send loops of both techniques on loopback, with a sender in its own process.
// First both must deliver the same datagrams; then each is timed in fresh processes, in turns.

import type { Benchmark, BenchmarkOptions, BenchmarkResult } from '../harness/benchmark.js';
import { nextMessage, start } from '../harness/child.js';
import { spread } from '../harness/report.js';
import type { DrainArgument, DrainReport } from './udp-drain.js';
import type { ReceiverArgument, ReceiverReport } from './udp-receiver.js';
import type { SenderArgument, SenderReport } from './udp-sender.js';

type Technique = ReceiverArgument['technique'];

const techniques: readonly Technique[] = ['recvmmsg', 'dgram'];
/** Datagrams a second; the last one is as fast as the sender can. */
const offeredRates = [100_000, 300_000, 600_000, Infinity];
const datagramBytes = 64;
/** Long enough for the compiler to be done with the loop. */
const warmUpSeconds = 1;

interface Reception {
  readonly technique: Technique;
  readonly offered: number;
  readonly receiver: ReceiverReport;
  readonly sender: SenderReport;
}

interface Draining {
  readonly technique: Technique;
  readonly report: DrainReport;
}

interface Sending {
  readonly technique: Technique;
  readonly sender: SenderReport;
}

export const udp: Benchmark = {
  name: 'udp',
  about: 'datagrams received and sent on loopback: recvmmsg/sendmmsg beside node:dgram',
  run,
};

async function run(options: BenchmarkOptions): Promise<BenchmarkResult> {
  await prove();
  const receptions: Reception[] = [];
  const drainings: Draining[] = [];
  const sendings: Sending[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const technique of round % 2 === 0 ? techniques : techniques.toReversed()) {
      for (const offered of offeredRates) {
        options.progress(`round ${round + 1}: ${technique} receives ${rateText(offered)}`);
        receptions.push(await receive(technique, offered, options.seconds));
      }
      options.progress(`round ${round + 1}: ${technique} drains, sends`);
      drainings.push({ technique, report: await drain(technique, options.seconds) });
      sendings.push({ technique, sender: await send(technique, options.seconds) });
    }
  }
  return {
    title: `UDP on loopback, ${datagramBytes}-byte datagrams: median (least–most) of ${options.rounds} rounds of ${options.seconds} s`,
    columns: ['', 'offered/s', 'packets/s', 'lost %', 'packets/call', 'CPU µs/packet', 'heap B/packet'],
    rows: techniques.flatMap((technique) => [
      ...offeredRates.map((offered) =>
        receptionRow(
          `${technique} receive, ${rateText(offered)}`,
          receptions.filter((each) => each.technique === technique && each.offered === offered),
        ),
      ),
      drainingRow(
        technique,
        drainings.filter((each) => each.technique === technique),
      ),
      sendingRow(
        technique,
        sendings.filter((each) => each.technique === technique),
      ),
    ]),
    notes: [
      'receive: from a sender in another process; offered is what it reached. drain: datagrams that wait already, full batches.',
      'send: to a socket that nobody reads. Lost: sent but never handed over.',
      'CPU: user and system of the measured process (process.resourceUsage), which on loopback includes delivery for senders.',
      'Heap includes two looks at the heap itself, 60 KB each, and the clock of the measuring loop.',
    ],
    raw: { receptions, drainings, sendings },
  };
}

function receptionRow(name: string, runs: readonly Reception[]): string[] {
  return [
    name,
    spread(runs, 0, ({ sender }) => sender.sent / sender.seconds),
    spread(runs, 0, ({ receiver }) => receiver.packets / receiver.seconds),
    spread(runs, 1, ({ sender, receiver }) => (1 - receiver.packetsEver / sender.sent) * 100),
    spread(runs, 1, ({ receiver }) => receiver.packets / receiver.calls),
    spread(runs, 2, ({ receiver }) => receiver.cpuUs / receiver.packets),
    spread(runs, 1, ({ receiver }) => receiver.heapBytes / receiver.packets),
  ];
}

function drainingRow(technique: Technique, runs: readonly Draining[]): string[] {
  return [
    `${technique} drain`,
    '',
    '',
    '',
    spread(runs, 1, ({ report }) => report.packets / report.calls),
    spread(runs, 2, ({ report }) => report.cpuUs / report.packets),
    '',
  ];
}

function sendingRow(technique: Technique, runs: readonly Sending[]): string[] {
  return [
    `${technique} send`,
    '',
    spread(runs, 0, ({ sender }) => sender.sent / sender.seconds),
    spread(runs, 1, ({ sender }) => (sender.refused / (sender.sent + sender.refused)) * 100),
    '',
    spread(runs, 2, ({ sender }) => sender.cpuUs / sender.sent),
    spread(runs, 1, ({ sender }) => sender.heapBytes / sender.sent),
  ];
}

/** Throws unless both techniques hand over the same datagrams in the same order. */
async function prove(): Promise<void> {
  const digests = [];
  for (const technique of techniques) {
    const receiver = start('udp/udp-receiver.js', {
      technique,
      seconds: 1,
      warmUpSeconds: 0,
      digest: true,
    } satisfies ReceiverArgument);
    const { port } = await nextMessage<{ port: number }>(receiver);
    const sender = start('udp/udp-sender.js', {
      technique: 'recvmmsg',
      port,
      rate: 20_000,
      datagrams: 20_000,
      datagramBytes,
    } satisfies SenderArgument);
    const [report] = await Promise.all([
      nextMessage<ReceiverReport>(receiver),
      nextMessage<SenderReport>(sender),
    ]);
    digests.push(`${report.packetsEver} datagrams, digest ${report.digest}`);
  }
  if (new Set(digests).size !== 1 || !digests[0]!.startsWith('20000 ')) {
    throw new Error(`the techniques differ: ${digests.join(' / ')}`);
  }
}

async function receive(technique: Technique, offered: number, seconds: number): Promise<Reception> {
  const receiver = start('udp/udp-receiver.js', {
    technique,
    seconds,
    warmUpSeconds,
    digest: false,
  } satisfies ReceiverArgument);
  const { port } = await nextMessage<{ port: number }>(receiver);
  const sender = start('udp/udp-sender.js', senderArgument('recvmmsg', port, offered, seconds));
  const [receiverReport, senderReport] = await Promise.all([
    nextMessage<ReceiverReport>(receiver),
    nextMessage<SenderReport>(sender),
  ]);
  return { technique, offered, receiver: receiverReport, sender: senderReport };
}

function drain(technique: Technique, seconds: number): Promise<DrainReport> {
  const argument: DrainArgument = { technique, seconds, datagramBytes };
  return nextMessage<DrainReport>(start('udp/udp-drain.js', argument));
}

async function send(technique: Technique, seconds: number): Promise<SenderReport> {
  const sender = start('udp/udp-sender.js', senderArgument(technique, 0, Infinity, seconds));
  return nextMessage<SenderReport>(sender);
}

function senderArgument(technique: Technique, port: number, rate: number, seconds: number): SenderArgument {
  const total = seconds + warmUpSeconds + 0.3;
  // JSON has no infinity.
  return { technique, port, ...(rate === Infinity ? {} : { rate }), seconds: total, datagramBytes };
}

function rateText(rate: number): string {
  return rate === Infinity ? 'flood' : `${rate / 1000}k/s asked`;
}
