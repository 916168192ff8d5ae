// How evenly others move on the screen, through a real server and a bad network.

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { LinkConditions } from '#adapters/memory/network/datagram-network.js';
import type { Content } from '#domain/content/content.js';
import { requireContent } from '#src/process/require-content.js';
import { WholeServer } from '../support/servers/whole-server.js';

const walkM = 5 / 60;

let content: Content;

beforeAll(async () => {
  content = await requireContent('content');
});

interface Shown {
  /** Metres that what Ada sees of Bob moved in each frame while he walked. */
  readonly framesM: readonly number[];
  /** How far behind the truth it was at most. */
  readonly behindM: number;
  readonly endErrorM: number;
}

/** Bob walks to and fro; Ada looks. */
async function watch(conditions: Partial<LinkConditions>): Promise<Shown> {
  const server = new WholeServer({ content, network: { conditions } });
  const ada = server.connect('Ada');
  const bob = server.connect('Bob');
  await server.until(() => ada.entities.find(bob.self.entity) !== undefined && bob.self.tick > 0, 1200);
  const seen = () => ada.entities.find(bob.self.entity)!;
  const { columns } = server.simulation.frame;
  const row = bob.self.entity & 0xffff;
  const framesM: number[] = [];
  let behindM = 0;
  let last: { x: number; y: number } | undefined;
  let frame = 0;
  const walk = (client: unknown): void => {
    if (client === bob && frame % 2 === 0) bob.move(0, Math.floor(frame / 240) % 2 === 0 ? 1 : -1, 64, 2);
  };
  for (; frame < 900; frame++) {
    await server.step(walk);
    ada.show();
    const { shownX, shownY } = seen();
    // Once the delay has found its place, and not around the turns.
    if (frame > 300 && frame % 240 > 60 && last !== undefined) {
      framesM.push(Math.hypot(shownX - last.x, shownY - last.y));
      behindM = Math.max(behindM, Math.hypot(shownX - columns.x[row]! / 64, shownY - columns.y[row]! / 64));
    }
    last = { x: shownX, y: shownY };
  }
  await server.run(120);
  ada.show();
  const endErrorM = Math.hypot(seen().shownX - columns.x[row]! / 64, seen().shownY - columns.y[row]! / 64);
  return { framesM: framesM.sort((a, b) => a - b), behindM, endErrorM };
}

const share = (sorted: readonly number[], part: number): number => sorted[Math.floor(sorted.length * part)]!;

describe('what is shown of others', () => {
  it('one’s own character is among them, where and as others see it', async () => {
    const server = new WholeServer({ content });
    const ada = server.connect('Ada');
    await server.until(() => ada.entities.find(ada.self.entity) !== undefined && ada.self.tick > 0);
    await server.run(20, (client) => client.move(1, 0, 200, 1));
    await server.run(30);
    ada.show();
    expect(ada.entities.find(ada.self.entity)).toMatchObject({ x: ada.self.x, y: ada.self.y, facing: 200 });
    expect(ada.entities.find(ada.self.entity)!.shownX).toBe(ada.self.x);
  });

  it('moves evenly on a good network, a little behind', async () => {
    const { framesM, behindM, endErrorM } = await watch({ delayMs: 30 });
    expect(share(framesM, 0.02)).toBeGreaterThan(walkM * 0.7);
    expect(share(framesM, 0.98)).toBeLessThan(walkM * 1.3);
    expect(behindM).toBeLessThan(walkM * 12);
    expect(endErrorM).toBeCloseTo(0, 6);
  });

  it('moves nearly evenly under 10 % loss and 100 ± 30 ms', async () => {
    const { framesM, behindM, endErrorM } = await watch({ lossRatio: 0.1, delayMs: 70, jitterMs: 60 });
    expect(share(framesM, 0.05)).toBeGreaterThan(walkM * 0.4);
    expect(share(framesM, 0.95)).toBeLessThan(walkM * 1.6);
    expect(framesM.at(-1)).toBeLessThan(walkM * 5);
    expect(behindM).toBeLessThan(walkM * 30);
    expect(endErrorM).toBeCloseTo(0, 6);
  });
});
