import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FactLog } from '#domain/engine/facts/fact-log.js';
import { FactColumn, FactKind, factDefinition } from '#domain/vocabulary/generated/facts.js';
import { Hash } from '#domain/engine/hash.js';
import { PlainFactLog } from './plain-fact-log.js';
import type { PlainFact } from './plain-fact-log.js';

const isDurable = (kind: number) => factDefinition(kind)!.durable;
const kinds = [FactKind.struck, FactKind.spoke, FactKind.died, FactKind.coinsChanged] as const;
const columnNames = Object.keys(FactColumn) as (keyof typeof FactColumn)[];

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('add' as const), kind: fc.constantFrom(...kinds) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reserve' as const), facts: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('read' as const), reader: fc.nat(1), facts: fc.nat(9) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tick' as const) }) },
);

function contents(log: FactLog): PlainFact[] {
  return Array.from({ length: log.count }, (_, row) => ({
    kind: log.kind[row]!,
    tick: log.tick[row]!,
    numbers: columnNames.map((column) => log[column][row]!),
    text: log.text[row],
  }));
}

/** Numbers that fit every column, all different. */
const numbersOf = (n: number) => columnNames.map((_, column) => (n + column) % 251);

function add(log: FactLog, kind: FactKind, numbers: readonly number[], text: string | undefined): boolean {
  const row = log.claim(kind);
  if (row < 0) return false;
  columnNames.forEach((column, i) => (log[column][row] = numbers[i]!));
  log.text[row] = text;
  return true;
}

describe('the fact log', () => {
  it('keeps what a plain list keeps, whoever reads when', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const log = new FactLog({ informingMax: 6, durableMax: 5 });
        const plain = new PlainFactLog(isDurable, 6, 5);
        const readers = [log.reader(), log.reader()];
        plain.read = [0, 0];
        steps.forEach((each, n) => {
          switch (each.do) {
            case 'reserve':
              expect(log.reserve(each.facts)).toBe(plain.reserve(each.facts));
              break;
            case 'release':
              log.release(plain.reserved);
              plain.reserved = 0;
              break;
            case 'add': {
              if (isDurable(each.kind) && plain.reserved === 0) {
                expect(() => log.claim(each.kind)).toThrow('without room reserved');
                break;
              }
              const fact = {
                kind: each.kind,
                tick: log.now,
                numbers: numbersOf(n),
                text: n % 3 === 0 ? `words ${n}` : undefined,
              };
              expect(add(log, each.kind, fact.numbers, fact.text)).toBe(plain.add(fact));
              break;
            }
            case 'read': {
              const reader = readers[each.reader]!;
              reader.next = Math.min(log.count, reader.next + each.facts);
              plain.read[each.reader] = reader.next;
              break;
            }
            case 'tick':
              log.forget();
              plain.forget();
              log.now++;
              break;
          }
          expect(contents(log)).toEqual(plain.facts);
          expect(readers.map(({ next }) => next)).toEqual(plain.read);
          expect([log.dropped, log.refused, log.reservedFacts]).toEqual([
            plain.dropped,
            plain.refused,
            plain.reserved,
          ]);
        });
      }),
    );
  });

  it('holds rules up while a reader of durable facts does not keep up, and loses none', () => {
    const log = new FactLog({ durableMax: 2 });
    const journal = log.reader();
    for (let fact = 0; fact < 2; fact++) {
      expect(log.reserve(1)).toBe(true);
      log.subject[log.claim(FactKind.died)] = fact;
    }
    log.forget();
    expect(log.reserve(1)).toBe(false);
    journal.next = 1;
    log.forget();
    expect([log.count, log.subject[0]]).toEqual([1, 1]);
    expect(log.reserve(1)).toBe(true);
  });

  it('refuses to give back more than was reserved', () => {
    const log = new FactLog();
    log.reserve(1);
    expect(() => log.release(2)).toThrow('2 facts released, 1 were reserved');
  });

  it('has a fingerprint of what is unread, and of nothing that a kind does not carry', () => {
    const hashOf = (amount: number, slot: number) => {
      const log = new FactLog();
      log.reader();
      const row = log.claim(FactKind.struck);
      log.amount[row] = amount;
      log.slot[row] = slot;
      log.forget();
      const hash = new Hash();
      log.eachWord((word) => hash.word(word));
      return hash.digest();
    };
    expect(hashOf(4, 0)).toBe(hashOf(4, 1));
    expect(hashOf(4, 0)).not.toBe(hashOf(4 + 2 ** 33, 0));
  });
});
