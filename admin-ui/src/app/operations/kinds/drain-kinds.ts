// Emptying a server in good order: at once, or planned ahead; and taking each back.
import { drainServer, planDrain, reopenServer, unplanDrain } from '../../api/fn/functions';
import { CommandField, Filled } from './command-form';
import type { CommandKind } from './command-kinds';
import { reasonField, those } from './kind-parts';

const dayMs = 24 * 60 * 60_000;

const graceTimes = [
  { value: '300', name: '5 minutes' },
  { value: '60', name: '1 minute' },
  { value: '900', name: '15 minutes' },
  { value: '1800', name: '30 minutes' },
  { value: '10', name: '10 seconds' },
];

const ends = [
  { value: 'stay', name: 'It stays closed, restarts included, until it is opened again' },
  { value: 'restart', name: 'It starts anew at once, with the content as it is then, and opens' },
  { value: 'stop', name: 'It ends, until it is started again where it runs' },
];

const drainFields: readonly CommandField[] = [
  { name: 'then', label: 'When it is empty', required: true, options: ends },
  {
    ...{ name: 'text', label: 'What players are told besides', required: false, bytesMax: 120 },
    hint: 'May stay empty.',
  },
  reasonField,
];

function drainIn({ graceSeconds, then, text = '', reason = '' }: Filled) {
  const whenEmpty = (['stop', 'restart'] as const).find((end) => end === then) ?? ('stay' as const);
  return { graceSeconds: Number(graceSeconds), then: whenEmpty, text, reason };
}

export const drain: CommandKind = {
  name: 'Drain',
  gist: ({ reason }) => reason,
  done: (command) => `Nobody new is let in; ${those(command)} told.`,
  onServer: {
    name: 'Drain',
    permission: 'servers:drain',
    isFor: ({ status }) => status !== 'draining',
    form: (backend, { id, name }) => ({
      title: `Drain ${name}`,
      explains:
        'Nobody new is let in. Players are told now and again how long they have, then they are sent home with their characters saved. Until the server ends it can be taken back; one that starts anew is back within seconds, and an ended one when it is started where it runs (npm start, or its supervisor), not from here.',
      fields: [
        { name: 'graceSeconds', label: 'Time for players', required: true, options: graceTimes },
        ...drainFields,
      ],
      act: 'Drain',
      send: (filled) => backend.call(drainServer, { id, body: drainIn(filled) }),
    }),
  },
};

export const reopen: CommandKind = {
  name: 'Open again',
  gist: ({ reason }) => reason,
  done: () => 'Everybody is let in again.',
  onServer: {
    name: 'Open again',
    permission: 'servers:drain',
    isFor: ({ status }) => status === 'draining',
    form: (backend, { id, name }) => ({
      title: `Open ${name} again`,
      explains: 'Takes the drain back: players are told, and everybody is let in.',
      fields: [{ ...reasonField, required: false }],
      act: 'Open',
      send: ({ reason = '' }) => backend.call(reopenServer, { id, body: { reason } }),
    }),
  },
};

export const planned: CommandKind = {
  name: 'Plan a drain',
  gist: ({ args, reason }) => `${inUtc(args['atUnixMs'])}: ${reason}`,
  done: ({ args }) => `The server empties ${inUtc(args['atUnixMs'])}; players are told until then.`,
  onServer: {
    name: 'Plan a drain',
    permission: 'servers:drain',
    isFor: ({ status }) => status !== 'draining',
    form: (backend, { id, name, planned: before }) => ({
      title: `Plan a drain of ${name}`,
      explains: `Players are told now, and at a day, 12, 6, 3 and 1 hours, 30 and 15 minutes before; then it drains as by hand. It is kept over restarts, and passed over where the server is not there at the time.${before === null ? '' : ` What is planned for ${inUtc(Date.parse(before.at))} is replaced.`}`,
      fields: [
        {
          ...{
            name: 'at',
            label: 'Everybody is sent home at',
            required: true,
            moment: { aheadMsMax: 30 * dayMs },
          },
          hint: 'By your own clock; players are told in UTC.',
        },
        {
          name: 'graceSeconds',
          label: 'Nobody new is let in before that',
          required: true,
          options: graceTimes,
        },
        ...drainFields,
      ],
      act: 'Plan',
      send: (filled) => {
        const at = new Date(filled['at'] ?? '').toISOString();
        return backend.call(planDrain, { id, body: { ...drainIn(filled), at } });
      },
    }),
  },
};

export const unplanned: CommandKind = {
  name: 'Call off',
  gist: ({ reason }) => reason,
  done: () => 'Nothing is planned any more; players are told.',
  onServer: {
    name: 'Call off what is planned',
    permission: 'servers:drain',
    isFor: ({ planned, status }) => planned !== null && status !== 'draining',
    form: (backend, { id, name }) => ({
      title: `Call off what is planned for ${name}`,
      explains: 'Players are told that the server stays open.',
      fields: [{ ...reasonField, required: false }],
      act: 'Call off',
      send: ({ reason = '' }) => backend.call(unplanDrain, { id, body: { reason } }),
    }),
  },
};

/** "on 2026-12-01 at 04:00 UTC", as players read it. */
function inUtc(unixMs: unknown): string {
  const at = new Date(Number(unixMs)).toISOString();
  return `on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`;
}
