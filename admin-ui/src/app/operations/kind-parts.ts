// What the kinds of commands have in common.
import { Command } from '../api/models';
import { CommandField } from './command-form';

export const reasonField: CommandField = {
  ...{ name: 'reason', label: 'Reason', required: true, bytesMax: 200 },
  hint: 'For the audit log. Players do not see it.',
};

/** Of who was erased since, no name is kept. */
export function whom({ args }: Command): string {
  return typeof args['name'] === 'string' ? args['name'] : 'a player who was erased';
}
