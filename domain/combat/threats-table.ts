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
  eachWord({ count, attacker, character, threat, damage, tag, tags }, visit, { store }) {
    for (let row = 1; row < store.entities.rowsUsed; row++) {
      if (count[row] === 0) continue;
      visit(row);
      const first = row * threatEntriesMax;
      for (let at = first; at < first + count[row]!; at++) {
        visit(attacker[at]!);
        visit(character[at]!);
        // Threat and damage are sums of whole and half points.
        visit(threat[at]! * 2);
        visit(damage[at]! * 2);
        visit(tag[at]!);
      }
    }
    tags.eachWord(visit);
  },
});
