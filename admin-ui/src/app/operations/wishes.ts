// The commands that the console offers, as forms.
import { GameServer, Player } from '../api/models';
import { Backend } from '../backend/backend';
import { CommandField, CommandForm } from './command-form';

const reason: CommandField = {
  name: 'reason',
  label: 'Reason',
  hint: 'For the audit log. Players do not see it.',
  required: true,
  bytesMax: 200,
};

export function kickForm(backend: Backend, { id, name }: Player): CommandForm {
  const message: CommandField = {
    name: 'message',
    label: 'What the player is told',
    hint: 'May stay empty.',
    required: false,
    bytesMax: 64,
  };
  return {
    title: `Kick ${name}`,
    explains:
      'Ends the session at once; the character is saved. It keeps nobody out: the player may come back.',
    fields: [reason, message],
    act: 'Kick',
    send: ({ reason = '', message = '' }) => backend.kickPlayer(id, { reason, message }),
  };
}

export function broadcastForm(backend: Backend, { id, name }: GameServer): CommandForm {
  return {
    title: `Message to everybody on ${name}`,
    explains: 'Every player in the world there reads it in the chat, as the server’s.',
    fields: [{ name: 'text', label: 'Message', required: true, bytesMax: 200 }],
    act: 'Send',
    send: ({ text = '' }) => backend.broadcast(id, { text, reason: '' }),
  };
}

const graceTimes = [
  { value: '300', name: '5 minutes' },
  { value: '60', name: '1 minute' },
  { value: '900', name: '15 minutes' },
  { value: '1800', name: '30 minutes' },
  { value: '10', name: '10 seconds' },
];
const ends = [
  { value: 'stay', name: 'It stays, closed, until it is opened again' },
  { value: 'stop', name: 'It ends' },
];

export function drainForm(backend: Backend, { id, name }: GameServer): CommandForm {
  return {
    title: `Drain ${name}`,
    explains:
      'Nobody new is let in. Players are told now and again how long they have, then they are sent home with their characters saved. Until the server ends it can be taken back.',
    fields: [
      { name: 'graceSeconds', label: 'Time for players', required: true, options: graceTimes },
      { name: 'then', label: 'When it is empty', required: true, options: ends },
      {
        name: 'text',
        label: 'What players are told besides',
        hint: 'May stay empty.',
        required: false,
        bytesMax: 120,
      },
      reason,
    ],
    act: 'Drain',
    send: ({ graceSeconds, then, text = '', reason = '' }) =>
      backend.drainServer(id, {
        ...{ graceSeconds: Number(graceSeconds), text, reason },
        then: then === 'stop' ? 'stop' : 'stay',
      }),
  };
}

export function reopenForm(backend: Backend, { id, name }: GameServer): CommandForm {
  return {
    title: `Open ${name} again`,
    explains: 'Takes the drain back: players are told, and everybody is let in.',
    fields: [{ ...reason, required: false }],
    act: 'Open',
    send: ({ reason = '' }) => backend.reopenServer(id, { reason }),
  };
}
