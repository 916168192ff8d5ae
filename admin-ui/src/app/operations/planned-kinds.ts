// Maintenance that is planned ahead: a drain that begins by itself, and calling it off.
import { planDrain, unplanDrain } from '../api/fn/functions';
import type { CommandKind } from './command-kinds';
import { drainFields, drainIn, graceTimes } from './drain-parts';
import { reasonField } from './kind-parts';

const dayMs = 24 * 60 * 60_000;

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
          ...{ name: 'at', label: 'Everybody is sent home at', required: true, moment: { aheadMsMax: 30 * dayMs } },
          hint: 'By your own clock; players are told in UTC.',
        },
        { name: 'graceSeconds', label: 'Nobody new is let in before that', required: true, options: graceTimes },
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
