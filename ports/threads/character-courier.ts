// The simulation's way to stored characters: it asks and is told later, at the start of a tick.

import type { CharacterSheet } from '#domain/player/character-sheet.js';

export interface CharacterCourier {
  /** Ask for the character of a session; the answer comes as `Simulation.characterLoaded` or `characterUnavailable`. False when it does not fit now: ask again next tick. */
  requestLoad(session: number, accountId: string, name: string): boolean;
  /** Ask which character bears a name; the answer comes as `Simulation.tellName`. False when it does not fit now: ask again next tick. */
  requestName(name: string): boolean;
  /** Hand over a character to be stored. The sheet is only valid during the call. False when it does not fit now: offer it again next tick. */
  save(sheet: CharacterSheet): boolean;

  /** The simulation calls this when the character's player has entered the world, for the player directory. */
  entered(session: number, sheet: CharacterSheet): void;
  /** When it has left the world; `save` accepted its last state before. */
  departed(session: number, sheet: CharacterSheet): void;
  /** Once after `Simulation.saveAll`, when the state of every character has been accepted by `save`. */
  allSaved(): void;
}
