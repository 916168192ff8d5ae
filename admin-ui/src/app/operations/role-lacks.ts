// Why what is offered to others is not offered here.
import { Session } from '../session/session';
import { Offer } from './kinds/command-kinds';

/** Empty when the role permits all of them. */
export function roleLacks(
  session: Session,
  offers: readonly Pick<Offer<never>, 'name' | 'permission'>[],
): string {
  const lacking = offers.filter(({ permission }) => !session.may(permission)).map(({ name }) => name);
  return lacking.length === 0
    ? ''
    : `Your role, ${session.account()?.role ?? 'none'}, does not permit: ${lacking.join(', ')}.`;
}
