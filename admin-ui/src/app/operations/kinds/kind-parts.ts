// What the kinds of commands have in common.
import { Command } from '../../api/models';
import { formatCount } from '../../ui/format';
import { CommandField } from './command-form';

export const reasonField: CommandField = {
  ...{ name: 'reason', label: 'Reason', required: true, bytesMax: 200 },
  hint: 'For the audit log. Players do not see it.',
};

/** Of who was erased since, no name is kept. */
export function whom({ args }: Command): string {
  return typeof args['name'] === 'string' ? args['name'] : 'a player who was erased';
}

/** Whom it reached, before a verb. */
export function those({ players }: Command): string {
  return players === 1 ? '1 player was' : `${formatCount(players ?? 0)} players were`;
}
