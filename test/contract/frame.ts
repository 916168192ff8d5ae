// What every pair of frame publisher and readers does.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Frame, FramePublisher, FrameReader } from '#ports/threads/frame.js';

export interface FrameExchange {
  readonly publisher: FramePublisher;
  readonly readers: readonly FrameReader[];
}

function publish(publisher: FramePublisher, tick: number): void {
  const { columns, grid } = publisher.begin();
  columns.id.fill(tick, 0, 8);
  columns.x.fill(tick, 0, 8);
  columns.name.fill(tick, 0, 24);
  grid.entities.fill(tick, 0, 8);
  publisher.publish(tick, 8);
}

/** The tick whose numbers the frame holds in every row; NaN when it holds those of several. */
function content({ columns, grid }: Frame): number {
  const seen = new Set([...columns.id.subarray(0, 8), ...columns.x.subarray(0, 8)]);
  for (const each of [...columns.name.subarray(0, 24), ...grid.entities.subarray(0, 8)]) seen.add(each);
  return seen.size === 1 ? [...seen][0]! : NaN;
}

/** `make` gives room for at least 8 rows, 4 cells, 2 maps. */
export function testFrameExchange(name: string, make: (readers: number) => FrameExchange): void {
  describe(`frames: ${name}`, () => {
    it('before the first frame there is none', () => {
      const { publisher, readers } = make(1);
      expect(readers[0]!.acquire()).toBeUndefined();
      expect(readers[0]!.newestTick).toBe(0);
      publisher.begin();
      expect(readers[0]!.acquire()).toBeUndefined();
    });

    it('a frame is published whole: tick, rows, columns and grid', () => {
      const { publisher, readers } = make(1);
      publish(publisher, 7);
      const frame = readers[0]!.acquire()!;
      expect([frame.tick, frame.rowsUsed, content(frame), readers[0]!.newestTick]).toEqual([7, 8, 7, 7]);
    });

    it('a held frame never changes, acquire always gives the newest, for any interleaving', () => {
      const step = fc.oneof(
        { weight: 2, arbitrary: fc.constant({ do: 'publish' as const, reader: 0 }) },
        fc.record({ do: fc.constantFrom('acquire' as const, 'release' as const), reader: fc.nat(2) }),
      );
      fc.assert(
        fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
          const { publisher, readers } = make(3);
          const held = new Map<number, { frame: Frame; tick: number }>();
          let tick = 0;
          for (const { do: what, reader } of steps) {
            if (what === 'publish') publish(publisher, ++tick % 200);
            if (what === 'acquire') {
              const frame = readers[reader]!.acquire();
              if (tick === 0) expect(frame).toBeUndefined();
              else held.set(reader, { frame: frame!, tick: tick % 200 });
            }
            if (what === 'release') {
              readers[reader]!.release();
              held.delete(reader);
            }
            for (const { frame, tick } of held.values()) {
              expect([frame.tick, content(frame)]).toEqual([tick, tick]);
            }
          }
        }),
      );
    });

    it('begin gives the same frame until it is published, and publishing without it is a mistake', () => {
      const { publisher } = make(1);
      expect(() => publisher.publish(1, 0)).toThrow('begin');
      const frame = publisher.begin();
      expect(publisher.begin()).toBe(frame);
      publisher.publish(1, 0);
      expect(publisher.begin()).not.toBe(frame);
    });
  });
}
