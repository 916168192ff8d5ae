// What the dialog asks for before a report is decided.
import { resolveReport } from '../api/fn/functions';
import { HandledReport, Report, ReportOutcome } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { CommandForm } from '../operations/kinds/command-form';
import { outcomeWords } from './report-words';

const outcomes = Object.keys(outcomeWords) as ReportOutcome[];

export function resolveForm(
  backend: Backend,
  { id, number, reporter, target }: Report,
  { onDone, onOutdated }: { onDone: (decided: HandledReport) => void; onOutdated: () => void },
): CommandForm {
  const told =
    reporter.name === '' ? 'Who reported is erased, and told nothing.' : `${reporter.name} is told.`;
  return {
    title: `Decide report ${number} about ${target.name}`,
    explains: `It says what was done, and does nothing itself: mute or ban first, if need be. ${told} It stands for good.`,
    fields: [
      {
        ...{ name: 'outcome', label: 'What was done', required: true },
        options: outcomes.map((value) => ({ value, name: outcomeWords[value] })),
      },
      {
        ...{ name: 'message', label: 'What who reported is told', required: false, bytesMax: 200 },
        hint: 'May stay empty: then it is told what was done, and no more.',
      },
    ],
    act: 'Decide',
    untold: 'It is decided. Who reported is told as soon as that player is in the world.',
    send: async ({ outcome = '', message = '' }) => {
      const body = { outcome: outcome as ReportOutcome, message };
      try {
        onDone(await backend.call(resolveReport, { id, body }));
      } catch (cause) {
        if (problemOf(cause).code === 'report-resolved') onOutdated();
        throw cause;
      }
      return null;
    },
  };
}
