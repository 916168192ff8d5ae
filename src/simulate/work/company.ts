// Honest players in company: they invite each other, accept, lead, talk to their party and leave it at any moment, whatever
// the network does meanwhile.

import { ChatScope, LootChoice, PartyLootMode } from '#adapters/protocol/generated/game.js';
import type { GameClient } from '#client/game-client.js';
import type { SeededBytes } from './seeded-bytes.js';

/** Each tick. Plays last a few seconds only. */
const actChance = 0.04;

const modes = Object.values(PartyLootMode);

/** One thing at most. `others` are names, also of some who are not there. */
export function keepCompany(client: GameClient, random: SeededBytes, others: readonly string[]): void {
  if (!random.chance(actChance)) return;
  const { party } = client;
  const [invitation] = party.invitations.keys();
  const members = [...party.members.keys()];
  const member = members[random.below(members.length + 1)] ?? 1;
  for (const roll of party.rolls.keys())
    client.lootRoll(roll, random.chance(0.5) ? LootChoice.need : LootChoice.pass);
  const what = random.below(16);
  if (what < 5) client.partyInvite(others[random.below(others.length)]!);
  else if (what < 10) client.partyAccept(invitation ?? 1);
  else if (what === 10) client.partyDecline(invitation ?? 1);
  else if (what === 11) client.partyLeave();
  else if (what === 12) client.partyKick(member);
  else if (what === 13) client.partyPromote(member);
  else if (what === 14) client.partyLoot(modes[random.below(modes.length)]!);
  else client.chat(ChatScope.party, 'to me!');
}
