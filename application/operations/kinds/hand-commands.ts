// What operators do to one character: give, take away, heal, carry elsewhere. What moves items or coins is answered once
// it is stored, and never while an erasure goes on: see application/persistence/hand-over.

import {
  coinsMax,
  metresMax,
  unitsMax,
  type CommandAnswer,
  type CommandArguments,
  type MovingKind,
} from '#ports/admin/operations/operator-command.js';
import type { NamedCharacter } from '#ports/storage/characters/named-character.js';
import type { ServerCommand, TickCommand } from './command-definition.js';
import { characterNamed } from '../arguments/named-character.js';

type Raw = Readonly<Record<string, unknown>>;

const keyLengthMax = 64;

export const grantItems = moving('grantItems', (args) => {
  const units = amount(args['units'], unitsMax);
  const item = key(args['item']);
  return units === undefined || item === undefined ? undefined : { item, units };
});

export const grantCoins = moving('grantCoins', someCoins);

export const seizeItems = moving('seizeItems', (args) => {
  const units = amount(args['units'], unitsMax);
  const instance = amount(args['instance'], Number.MAX_SAFE_INTEGER);
  return units === undefined || instance === undefined ? undefined : { instance, units };
});

export const seizeCoins = moving('seizeCoins', someCoins);

export const heal: TickCommand<CommandArguments['heal']> = {
  where: 'tick',
  read: characterNamed,
  apply: ({ hands }, whom) => hands.heal(whom),
};

export const teleport: TickCommand<CommandArguments['teleport']> = {
  where: 'tick',
  read(args) {
    const whom = characterNamed(args);
    const map = key(args['map']);
    const { x, y } = args;
    if (whom === undefined || map === undefined || !isPlace(x) || !isPlace(y)) return undefined;
    return { ...whom, map, x, y };
  },
  apply: ({ hands }, args) => hands.teleport(args),
};

function moving<Kind extends MovingKind>(
  kind: Kind,
  readMore: (args: Raw) => Omit<CommandArguments[Kind], keyof NamedCharacter> | undefined,
): ServerCommand<CommandArguments[Kind]> {
  type Args = CommandArguments[Kind];
  return {
    where: 'server',
    movesPossessions: true,
    read(args) {
      const whom = characterNamed(args);
      const more = readMore(args);
      return whom === undefined || more === undefined ? undefined : ({ ...whom, ...more } as Args);
    },
    apply: (server, args) => server.handOver(kind, args),
    inTick: ({ hands }, args) => (hands as Record<Kind, (args: Args) => CommandAnswer>)[kind](args),
  };
}

function someCoins(args: Raw): { readonly coins: number } | undefined {
  const coins = amount(args['coins'], coinsMax);
  return coins === undefined ? undefined : { coins };
}

function amount(value: unknown, most: number): number | undefined {
  const isOne = typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= most;
  return isOne ? value : undefined;
}

function key(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= keyLengthMax ? value : undefined;
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= metresMax;
}
