// What must be true of parties at any time, and of what a client knows of its own once all is calm.

import type { Game } from '#application/game/game.js';
import type { GameClient } from '#client/game-client.js';
import { partyMembersMax } from '#domain/vocabulary/generated/words.js';

/** What is wrong now. */
export function brokenParties({ world, seats }: Game): string[] {
  const { parties, characters } = world.tables;
  const broken: string[] = [];
  const seen = new Set<number>();
  for (let party = 0; party < parties.capacity && parties.openCount > 0; party++) {
    const number = parties.numbers[party]!;
    if (number === 0) continue;
    const count = parties.counts[party]!;
    if (count < 2 || count > world.content.rules.partyMembersMax)
      broken.push(`party ${number} has ${count} members`);
    if (parties.findMember(party, parties.leaders[party]!) < 0) broken.push(`nobody leads party ${number}`);
    for (let at = party * partyMembersMax; at < party * partyMembersMax + count; at++) {
      const character = parties.characters[at]!;
      if (seen.has(character)) broken.push(`character ${character} is in two parties`);
      seen.add(character);
      const seat = seats.at(characters.rowOf(character));
      if (seat !== undefined && seat.name !== parties.names[at])
        broken.push(`${seat.name} is called ${parties.names[at]} in party ${number}`);
    }
  }
  return broken;
}

/** How what a client knows of its party differs from it. */
export function partyDifferences({ world, seats }: Game, client: GameClient, name: string): string[] {
  const { parties, characters } = world.tables;
  const { transform } = world.components;
  const own = parties.placeOf(seats.at(client.self.entity & 0xffff)?.character ?? 0);
  const party = own < 0 ? -1 : Math.floor(own / partyMembersMax);
  const known = client.party;
  const number = party < 0 ? 0 : parties.numbers[party]!;
  if (known.number !== number) return [`${name} thinks to be in party ${known.number}, and is in ${number}`];
  if (party < 0) return [];
  const first = party * partyMembersMax;
  const told = Array.from({ length: parties.counts[party]! }, (_, place) => {
    const row = characters.rowOf(parties.characters[first + place]!);
    const map = row === 0 ? 0 : world.maps[transform.columns.map[row]!]!.definition.id;
    return [parties.memberships[first + place], parties.names[first + place], map].join(' ');
  });
  const knows = [...known.members].map(([member, each]) => [member, each.name, each.map].join(' '));
  const differs =
    told.join() !== knows.join() ||
    known.leader !== parties.leaders[party] ||
    known.own !== parties.memberships[own] ||
    known.loot !== parties.modes[party];
  return differs ? [`${name} knows its party as ${knows.join(', ')}; it is ${told.join(', ')}`] : [];
}
