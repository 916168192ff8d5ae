// What operators do to one player's character: give, take away, heal, carry elsewhere.
import { grantCoins, grantItems, heal, seizeCoins, seizeItems, teleport } from '../../api/fn/functions';
import { Command } from '../../api/models';
import { formatCount } from '../../ui/format';
import { CommandField } from './command-form';
import type { CommandKind } from './command-kinds';
import { reasonField, whom } from './kind-parts';

type HandKind = 'grantItems' | 'grantCoins' | 'seizeItems' | 'seizeCoins' | 'heal' | 'teleport';

const key = (name: string, label: string, hint: string): CommandField => ({
  ...{ name, label, hint, required: true, bytesMax: 64 },
});
const number = (name: string, label: string, numberMax: number, hint: string): CommandField => ({
  ...{ name, label, hint, required: true, whole: { min: 1, max: numberMax } },
});
/** As the API has it. */
const beyond = (most: string): string =>
  `More than ${most} at once, or 20 times a day, wait for a second person.`;
const metres = (name: string, label: string): CommandField => ({
  ...{ name, label, required: true, metres: true, hint: 'As the map shows them under the pointer.' },
});

const units = ({ args }: Command): string =>
  `${formatCount(Number(args['units']))} × ${String(args['item'])}`;
const coins = ({ args }: Command): string => `${formatCount(Number(args['coins']))} coins`;
const place = ({ args }: Command): string =>
  `${String(args['map'])} ${Number(args['x']).toFixed(1)}, ${Number(args['y']).toFixed(1)}`;
/** Who is away gets a letter, and so does who has no room. */
const came = (what: string, command: Command): string =>
  command.players === 0
    ? `${whom(command)} finds ${what} in the mailbox.`
    : `${whom(command)} has ${what}, or finds it in the mailbox where there was no room.`;

const wayOfGiving =
  'They come into the bag or the purse of who is in the world, and by letter where there is no room or nobody is there. The ledger has it as a grant.';

export const handKinds: Readonly<Record<HandKind, CommandKind>> = {
  grantItems: {
    name: 'Give items',
    gist: (command) => `${whom(command)}: ${units(command)}`,
    done: (command) => came(units(command), command),
    onPlayer: {
      ...{ name: 'Give items', permission: 'players:give', isFor: () => true, isForAbsent: true },
      form: (backend, { id, name }) => ({
        title: `Give ${name} items`,
        explains: wayOfGiving,
        fields: [
          key('item', 'Item', 'Its key in the content, as rusty-sword.'),
          number('units', 'How many', 65_535, beyond('20')),
          reasonField,
        ],
        act: 'Give',
        send: ({ item = '', units = '', reason = '' }) =>
          backend.call(grantItems, { id, body: { item, units: Number(units), reason } }),
      }),
    },
  },
  grantCoins: {
    name: 'Give coins',
    gist: (command) => `${whom(command)}: ${coins(command)}`,
    done: (command) => came(coins(command), command),
    onPlayer: {
      ...{ name: 'Give coins', permission: 'players:give', isFor: () => true, isForAbsent: true },
      form: (backend, { id, name }) => ({
        title: `Give ${name} coins`,
        explains: wayOfGiving,
        fields: [number('coins', 'How many', 1_000_000_000, beyond('1,000')), reasonField],
        act: 'Give',
        send: ({ coins = '', reason = '' }) =>
          backend.call(grantCoins, { id, body: { coins: Number(coins), reason } }),
      }),
    },
  },
  seizeItems: {
    name: 'Take items away',
    gist: (command) =>
      `${whom(command)}: ${String(command.args['units'])} of stack ${String(command.args['instance'])}`,
    done: (command) => `${whom(command)} has them no more.`,
    onPlayer: {
      ...{ name: 'Take items away', permission: 'players:give', isFor: () => true },
      form: (backend, { id, name }) => ({
        title: `Take items from ${name}`,
        explains:
          'They are destroyed: from the bag, from what is worn, from the bank. The ledger has it as a seizure. What it owns by stack is in the export.',
        fields: [
          number(
            'instance',
            'Stack',
            Number.MAX_SAFE_INTEGER,
            'Its id, as an export and the ledger have it.',
          ),
          number('units', 'How many', 65_535, `Not more than there are. ${beyond('20')}`),
          reasonField,
        ],
        act: 'Take away',
        send: ({ instance = '', units = '', reason = '' }) =>
          backend.call(seizeItems, {
            id,
            body: { instance: Number(instance), units: Number(units), reason },
          }),
      }),
    },
  },
  seizeCoins: {
    name: 'Take coins away',
    gist: (command) => `${whom(command)}: ${coins(command)}`,
    done: (command) => `${whom(command)} has them no more.`,
    onPlayer: {
      ...{ name: 'Take coins away', permission: 'players:give', isFor: () => true },
      form: (backend, { id, name }) => ({
        title: `Take coins from ${name}`,
        explains: 'They are destroyed. The ledger has it as a seizure.',
        fields: [
          number('coins', 'How many', 1_000_000_000, `Not more than there are. ${beyond('1,000')}`),
          reasonField,
        ],
        act: 'Take away',
        send: ({ coins = '', reason = '' }) =>
          backend.call(seizeCoins, { id, body: { coins: Number(coins), reason } }),
      }),
    },
  },
  heal: {
    name: 'Heal',
    gist: whom,
    done: (command) => `${whom(command)} has all health and mana.`,
    onPlayer: {
      ...{ name: 'Heal', permission: 'players:help', isFor: () => true },
      form: (backend, { id, name }) => ({
        title: `Heal ${name}`,
        explains: 'Gives all health and mana back. Whoever died has to stand up first.',
        fields: [reasonField],
        act: 'Heal',
        send: ({ reason = '' }) => backend.call(heal, { id, body: { reason } }),
      }),
    },
  },
  teleport: {
    name: 'Carry elsewhere',
    gist: (command) => `${whom(command)} to ${place(command)}`,
    done: (command) => `${whom(command)} stands there, or on the nearest free ground.`,
    onPlayer: {
      ...{ name: 'Carry elsewhere', permission: 'players:help', isFor: () => true },
      form: (backend, { id, name, map }) => ({
        title: `Carry ${name} elsewhere`,
        explains: 'Onto that place, or the nearest free ground. Whoever died has to stand up first.',
        fields: [
          { ...key('map', 'Map', 'Its key in the content.'), value: map ?? '' },
          metres('x', 'Metres from the left edge'),
          metres('y', 'Metres from the upper edge'),
          reasonField,
        ],
        act: 'Carry',
        send: ({ map = '', x = '', y = '', reason = '' }) =>
          backend.call(teleport, { id, body: { map, x: Number(x), y: Number(y), reason } }),
      }),
    },
  },
};
