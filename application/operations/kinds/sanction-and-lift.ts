// Imposes a sanction on a player, and lifts one. In the control thread it is written down, in the tick it takes effect.

import { nilAccountId } from '#domain/player/character-sheet.js';
import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import {
  sanctionKinds,
  sanctionMessageBytesMax,
  sanctionSecondsMax,
  type SanctionKind,
} from '#ports/admin/players/sanction.js';
import { applied, refused, type ServerCommand } from './command-definition.js';
import { characterNamed } from '../arguments/named-character.js';
import { maybeSpokenText } from '../arguments/spoken-text.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const sanction: ServerCommand<CommandArguments['sanction']> = {
  where: 'server',
  read(args) {
    const whom = characterNamed(args);
    const { sanctionId, measure, accountId, secondsLeft, message } = args;
    const told = maybeSpokenText(message, sanctionMessageBytesMax);
    if (whom === undefined || told === undefined || !isUuid(sanctionId)) return undefined;
    if (!sanctionKinds.includes(measure as SanctionKind)) return undefined;
    if (!isUuid(accountId) && accountId !== nilAccountId) return undefined;
    const isTime =
      Number.isSafeInteger(secondsLeft) &&
      (secondsLeft as number) >= 0 &&
      (secondsLeft as number) <= sanctionSecondsMax;
    if (!isTime) return undefined;
    return {
      ...{ ...whom, sanctionId, accountId, measure: measure as SanctionKind },
      ...{ secondsLeft: secondsLeft as number, message: told },
    };
  },
  apply: (server, args) => server.sanctions.impose(args),
  inTick(simulation, args) {
    const reached = simulation.imposeSanction(args);
    return reached === undefined ? refused('failed') : applied(reached);
  },
};

export const lift: ServerCommand<CommandArguments['lift']> = {
  where: 'server',
  read(args) {
    const whom = characterNamed(args);
    const { sanctionId } = args;
    return whom === undefined || !isUuid(sanctionId) ? undefined : { ...whom, sanctionId };
  },
  apply: (server, args) => server.sanctions.lift(args),
  inTick: (simulation, { sanctionId }) => applied(simulation.liftSanction(sanctionId)),
};

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}
