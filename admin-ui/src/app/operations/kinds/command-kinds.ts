// Every kind of command as the console knows it: its words, who may give it, where it is offered, and what it asks for. A
// kind that the API gains does not compile before it has its entry here; dialog, buttons and lists are made of these.
import { broadcast, kickPlayer, switchVerb } from '../../api/fn/functions';
import { Command, GameServer, Player, VerbState } from '../../api/models';
import { Backend } from '../../backend/backend';
import { Permission } from '../../session/session';
import { CommandForm } from './command-form';
import { handKinds } from './hand-kinds';
import { drain, planned, reopen, unplanned } from './drain-kinds';
import { reasonField as reason, those, whom } from './kind-parts';

/** How a kind is offered for a server, or for a player. */
export interface Offer<Subject> {
  /** On its button. */
  readonly name: string;
  readonly permission: Permission;
  /** Whether there is a button at all. */
  readonly isFor: (subject: Subject) => boolean;
  /** Of a player: whether it is for one who is not in the world too. */
  readonly isForAbsent?: boolean;
  readonly form: (backend: Backend, subject: Subject) => CommandForm;
}

export interface CommandKind {
  /** In lists. */
  readonly name: string;
  /** What it was about, in a few words. */
  readonly gist: (command: Command) => string;
  /** What an applied one did. */
  readonly done: (command: Command) => string;
  /** Of what holds whatever becomes of the command: what is said when it was not applied. */
  readonly stands?: string;
  readonly onServer?: Offer<GameServer>;
  readonly onPlayer?: Offer<Player>;
}

const mayStayEmpty = { required: false, hint: 'May stay empty.' };

const kick: CommandKind = {
  name: 'Kick',
  gist: (command) => `${whom(command)}: ${command.reason}`,
  done: (command) => `The session of ${whom(command)} has ended.`,
  onPlayer: {
    name: 'Kick',
    permission: 'players:kick',
    isFor: () => true,
    form: (backend, { id, name }) => ({
      title: `Kick ${name}`,
      explains:
        'Ends the session at once; the character is saved. It keeps nobody out: the player may come back.',
      fields: [reason, { name: 'message', label: 'What the player is told', bytesMax: 64, ...mayStayEmpty }],
      act: 'Kick',
      send: ({ reason = '', message = '' }) => backend.call(kickPlayer, { id, body: { reason, message } }),
    }),
  },
};

const message: CommandKind = {
  name: 'Message',
  gist: ({ args }) => String(args['text']),
  done: (command) => `${those(command)} told.`,
  onServer: {
    name: 'Message to players',
    permission: 'servers:broadcast',
    isFor: () => true,
    form: (backend, { id, name }) => ({
      title: `Message to everybody on ${name}`,
      explains: 'Every player in the world there reads it in the chat, as the server’s.',
      fields: [{ name: 'text', label: 'Message', required: true, bytesMax: 200 }],
      act: 'Send',
      send: ({ text = '' }) => backend.call(broadcast, { id, body: { text, reason: '' } }),
    }),
  },
};

/** Given by the switches on a server's page. */
const verbSwitch: CommandKind = {
  name: 'Switch',
  gist: ({ args, reason }) => `${String(args['verb'])} ${args['isOpen'] === true ? 'on' : 'off'}: ${reason}`,
  done: ({ args }) => `${String(args['verb'])} is switched ${args['isOpen'] === true ? 'on' : 'off'}.`,
};

/** Asks for the reason of turning a switch. */
export function switchForm(backend: Backend, server: GameServer, state: VerbState): CommandForm {
  const { verb, isOpen, stops } = state;
  const turn = isOpen ? 'off' : 'on';
  return {
    title: `Switch ${verb} ${turn} on ${server.name}`,
    explains: isOpen
      ? `${stops} What players ask for is refused from the next tick on, and what waited for it too, until it is switched on again; restarts do not change that.`
      : `It is done again from the next tick on, and what waited goes on.`,
    fields: [reason],
    act: `Switch ${turn}`,
    send: ({ reason = '' }) =>
      backend.call(switchVerb, { id: server.id, verb, body: { isOpen: !isOpen, reason } }),
  };
}

/** Given by asking for the document, see the player's drawer. */
const exported: CommandKind = {
  name: 'Export',
  gist: whom,
  done: (command) => `What is kept of ${whom(command)} was handed out.`,
};

/** Asked for by the pages of ledger/. */
const possessionsRead: CommandKind = {
  name: 'Read possessions',
  gist: whom,
  done: (command) => `What ${whom(command)} owns was read.`,
};
const ledgerRead: CommandKind = {
  name: 'Read ledger',
  gist: whom,
  done: (command) => `A page of the ledger of ${whom(command)} was read.`,
};
const stackRead: CommandKind = {
  name: 'Read stack',
  gist: ({ args }) => `stack ${String(args['stack'])}`,
  done: ({ args }) => `A page of the history of stack ${String(args['stack'])} was read.`,
};

/** Proposed from the page of the player's ledger, see ledger/restore-dialog. */
const restored: CommandKind = {
  name: 'Restore',
  gist: (command) => `${whom(command)} before entry ${String(command.args['before'])}`,
  done: (command) => `${whom(command)} has what it had before entry ${String(command.args['before'])}.`,
};
const restoreRead: CommandKind = {
  name: 'Preview restore',
  gist: (command) => `${whom(command)} before entry ${String(command.args['before'])}`,
  done: (command) => `What restoring ${whom(command)} would change was read.`,
};

/** Asked for by the page of the economy. */
const economyRead: CommandKind = {
  name: 'Read economy',
  gist: () => '',
  done: () => 'How the economy stands was read.',
};
const gainsRead: CommandKind = {
  name: 'Read gains',
  gist: () => '',
  done: () => 'Who gained far more than others was read.',
};

/** Asked for on a server's page. */
const ticksRead: CommandKind = {
  name: 'Read ticks',
  gist: ({ args }) => `the last ${String(args['seconds'])} s`,
  done: () => 'What the last ticks did with their time was read.',
};

/** Given in a dialog of its own, see erase-dialog. */
const erased: CommandKind = {
  name: 'Erase',
  gist: ({ reason }) => reason,
  done: () => 'Nothing is left of the player.',
};

/** Given in a player's drawer, see sanctions/. */
const sanctioned: CommandKind = {
  name: 'Sanction',
  gist: (command) => `${measureOf(command)} of ${whom(command)}: ${command.reason}`,
  done: (command) => `The ${measureOf(command)} of ${whom(command)} is in force.`,
  stands:
    'It is in force. Its server could not be told in time: it holds there as soon as the server is back.',
};
const lifted: CommandKind = {
  name: 'Lift',
  gist: (command) => `${whom(command)}: ${command.reason}`,
  done: (command) => `It does not hold against ${whom(command)} any more.`,
  stands: 'It is lifted. Its server could not be told in time, and lets go as soon as it is back.',
};

/** Asked for, and given, by the page of backups. */
const backupsRead: CommandKind = {
  name: 'Read backups',
  gist: () => '',
  done: () => 'The list of backups was read.',
};
const backupMade: CommandKind = {
  name: 'Back up',
  gist: () => '',
  done: () => 'A backup was made, and read back.',
};
const backupVerified: CommandKind = {
  name: 'Verify backup',
  gist: ({ args }) => String(args['name']),
  done: ({ args }) => `${String(args['name'])} was read back; Backups shows what was found.`,
};

export const commandKinds: Readonly<Record<Command['kind'], CommandKind>> = {
  kick,
  broadcast: message,
  drain,
  plan: planned,
  unplan: unplanned,
  reopen,
  verbSwitch,
  export: exported,
  possessions: possessionsRead,
  playerLedger: ledgerRead,
  stackHistory: stackRead,
  economy: economyRead,
  gains: gainsRead,
  ticks: ticksRead,
  erase: erased,
  ...handKinds,
  restore: restored,
  restorePreview: restoreRead,
  sanction: sanctioned,
  lift: lifted,
  backups: backupsRead,
  makeBackup: backupMade,
  verifyBackup: backupVerified,
};

const all = Object.values(commandKinds);
export const serverOffers = all.flatMap(({ onServer }) => onServer ?? []);
export const playerOffers = all.flatMap(({ onPlayer }) => onPlayer ?? []);

function measureOf({ args }: Command): string {
  return args['measure'] === 'mute' ? 'mute' : args['measure'] === 'ban' ? 'ban' : 'sanction';
}
