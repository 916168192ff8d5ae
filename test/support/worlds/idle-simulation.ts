// For tests of what comes before the simulation: of what operators' commands do to one, only what a test gives. A door that
// a new command brings is no line here.

import type { CommandedSimulation } from '#application/operations/kinds/command-definition.js';

interface Given extends Partial<Omit<CommandedSimulation, 'hands'>> {
  readonly hands?: Partial<CommandedSimulation['hands']>;
}

export function idleSimulation({ hands = {}, ...given }: Given = {}): CommandedSimulation {
  return onlyWith<CommandedSimulation>({ ...given, hands: onlyWith<CommandedSimulation['hands']>(hands) });
}

/** Throws at the call of anything else. */
function onlyWith<Whole extends object>(given: Partial<Whole>): Whole {
  return new Proxy(given, {
    get: (target, name) => {
      if (name in target) return target[name as keyof Whole];
      return () => {
        throw new Error(`nothing was to be done here by ${String(name)}`);
      };
    },
  }) as Whole;
}
