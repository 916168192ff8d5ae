// The threat tables of all creatures as a part of the world, and what of them decides the future.

import { defineTable } from '../engine/system.js';
import { ThreatTables, threatEntriesMax } from './threat.js';

declare module '../engine/registry.js' {
  interface Tables {
    threats: ThreatTables;
  }
}

export const threatsTable = defineTable({
  name: 'threats',
  create: ({ store }) => new ThreatTables(store.entities.capacity + 1),
  eachWord({ count, attacker, character, threat, damage }, visit, { store }) {
    for (let place = 1; place < store.entities.placesUsed; place++) {
      if (count[place] === 0) continue;
      visit(place);
      const first = place * threatEntriesMax;
      for (let at = first; at < first + count[place]!; at++) {
        visit(attacker[at]!);
        visit(character[at]!);
        // Threat and damage are sums of whole and half points.
        visit(threat[at]! * 2);
        visit(damage[at]! * 2);
      }
    }
  },
});
