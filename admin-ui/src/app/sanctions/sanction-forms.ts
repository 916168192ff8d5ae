// What the dialog asks for before a player is muted or banned, and before that is lifted.
import { banPlayer, liftSanction, mutePlayer } from '../api/fn/functions';
import { Player, Sanction } from '../api/models';
import { Backend } from '../backend/backend';
import { CommandField, CommandForm } from '../operations/kinds/command-form';

/** As the API counts, and as long as a role imposes without more permission. */
const daySeconds = 24 * 60 * 60;
export const shortSecondsMax = 7 * daySeconds;

const times = [
  { value: String(60 * 60), name: '1 hour' },
  { value: '600', name: '10 minutes' },
  { value: String(daySeconds), name: '1 day' },
  { value: String(3 * daySeconds), name: '3 days' },
  { value: String(shortSecondsMax), name: '7 days' },
];
const longTimes = [
  { value: String(30 * daySeconds), name: '30 days' },
  { value: String(365 * daySeconds), name: '1 year' },
  { value: '', name: 'For good' },
];

const reason: CommandField = {
  ...{ name: 'reason', label: 'Reason', required: true, bytesMax: 200 },
  hint: 'For operators and the audit log. The player does not see it.',
};

function fields(mayBeLong: boolean): readonly CommandField[] {
  return [
    // For good is chosen by leaving it empty.
    { name: 'seconds', label: 'For', required: false, options: mayBeLong ? [...times, ...longTimes] : times },
    reason,
    {
      ...{ name: 'message', label: 'What the player is told', required: false, bytesMax: 64 },
      hint: 'May stay empty. For how long is added where there is room: up to 35 bytes there is.',
    },
  ];
}

const whose = 'It holds for all that the account plays on this server, also while it is away';
const untold =
  'It is in force. Its server could not be told now: it holds there as soon as the server is back.';

type Impose = typeof mutePlayer;

function imposeForm(
  backend: Backend,
  player: Player,
  mayBeLong: boolean,
  words: Pick<CommandForm, 'title' | 'explains' | 'act'> & { readonly impose: Impose },
): CommandForm {
  const { impose, ...rest } = words;
  return {
    ...rest,
    fields: fields(mayBeLong),
    untold,
    send: async ({ seconds = '', reason = '', message = '' }) => {
      const body = { reason, message, seconds: seconds === '' ? null : Number(seconds) };
      return (await backend.call(impose, { id: player.id, body })).command;
    },
  };
}

export function muteForm(backend: Backend, player: Player, mayBeLong: boolean): CommandForm {
  return imposeForm(backend, player, mayBeLong, {
    ...{ impose: mutePlayer, title: `Mute ${player.name}`, act: 'Mute' },
    explains: `What the player says, and writes in letters, is refused; the rest of the game goes on. ${whose}.`,
  });
}

export function banForm(backend: Backend, player: Player, mayBeLong: boolean): CommandForm {
  return imposeForm(backend, player, mayBeLong, {
    ...{ impose: banPlayer, title: `Ban ${player.name}`, act: 'Ban' },
    explains: `Ends the session at once, with the character saved, and lets nobody in. ${whose}. For a time it is a suspension.`,
  });
}

export function liftForm(backend: Backend, { id, measure, name }: Sanction): CommandForm {
  return {
    title: `Lift the ${measure} of ${name}`,
    explains: 'It does not hold any more from now on. The list keeps it, with who lifted it and why.',
    fields: [reason],
    act: 'Lift',
    untold: 'It is lifted. Its server could not be told now, and lets go as soon as it is back.',
    send: async ({ reason = '' }) => (await backend.call(liftSanction, { id, body: { reason } })).command,
  };
}
