// What the dialog asks for before somebody approves, declines or withdraws what waits for a second person.
import { approveProposal, declineProposal, withdrawProposal } from '../api/fn/functions';
import { Command } from '../api/models';
import { Backend } from '../backend/backend';
import { CommandField, CommandForm } from '../operations/kinds/command-form';
import { commandKinds } from '../operations/kinds/command-kinds';

const words: CommandField = {
  ...{ name: 'words', label: 'What you say to it', required: false, bytesMax: 200 },
  hint: 'May stay empty. For the audit log, and for who proposed it; players do not see it.',
};

function gistOf(command: Command): string {
  const { name, gist } = commandKinds[command.kind];
  return `${name}, ${gist(command)}`;
}

export function approveForm(backend: Backend, command: Command): CommandForm {
  const { id, actorName, reason } = command;
  return {
    title: 'Approve what was proposed',
    explains: `${gistOf(command)}. ${actorName} proposed it: “${reason}” It is done at once, and the audit log has both of you.`,
    fields: [words],
    act: 'Approve',
    send: ({ words = '' }) => backend.call(approveProposal, { id, body: { words } }),
  };
}

export function declineForm(backend: Backend, command: Command): CommandForm {
  const { id, actorName, reason } = command;
  return {
    title: 'Decline what was proposed',
    explains: `${gistOf(command)}. ${actorName} proposed it: “${reason}” It is not done then, and has to be proposed anew by who still wants it.`,
    fields: [{ ...words, required: true, hint: 'Why not. For the audit log, and for who proposed it.' }],
    act: 'Decline',
    send: ({ words = '' }) => backend.call(declineProposal, { id, body: { words } }),
  };
}

export function withdrawForm(backend: Backend, command: Command): CommandForm {
  const { id } = command;
  return {
    title: 'Withdraw what you proposed',
    explains: `${gistOf(command)}. It is not done then.`,
    fields: [words],
    act: 'Withdraw',
    send: ({ words = '' }) => backend.call(withdrawProposal, { id, body: { words } }),
  };
}
