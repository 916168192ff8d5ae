// Breaks a message in one of the ways that hostile and faulty senders do. The same seed breaks it the same way.

const extremes = [0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff];

export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const next = generator(seed);
  let mutant: Uint8Array = bytes.slice();
  const times = 1 + (next() % 3);
  for (let time = 0; time < times; time++) mutant = mutateOnce(mutant, next);
  return mutant;
}

function mutateOnce(bytes: Uint8Array, next: () => number): Uint8Array {
  const mutant = bytes.slice();
  // The id is left alone mostly: a wrong one hides everything behind it.
  const at = bytes.length <= 1 || next() % 16 === 0 ? 0 : 1 + (next() % (bytes.length - 1));
  switch (next() % 8) {
    case 0:
      if (mutant.length > 0) mutant[at]! ^= 1 << (next() % 8);
      return mutant;
    case 1:
      if (mutant.length > 0) mutant[at] = extremes[next() % extremes.length]!;
      return mutant;
    case 2:
      if (mutant.length > 0) mutant[at] = next();
      return mutant;
    case 6:
      // The neighbours of a value are where ranges end.
      if (mutant.length > 0) mutant[at]! += next() % 2 === 0 ? 1 : -1;
      return mutant;
    case 3:
      return mutant.slice(0, at);
    case 4:
      return join(
        mutant,
        Uint8Array.from({ length: 1 + (next() % 4) }, () => next()),
      );
    case 5: {
      // A byte more or less inside shifts all that follows.
      const tail = mutant.slice(at);
      return join(mutant.slice(0, at), next() % 2 === 0 ? tail.slice(1) : join(Uint8Array.of(next()), tail));
    }
    default: {
      const from = next() % (mutant.length + 1);
      mutant.copyWithin(at, from, Math.min(mutant.length, from + 4));
      return mutant;
    }
  }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/** xorshift32 */
function generator(seed: number): () => number {
  let state = (seed ^ 0x9e37_79b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
}
