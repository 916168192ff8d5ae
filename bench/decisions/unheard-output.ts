// The surroundings of a simulation that is measured by itself: nobody listens, everybody's character is new.

import { SharedFramePublisher, createFrameBuffers } from '#adapters/threads/frames/frame-buffers.js';
import type { Simulation } from '#application/tick/simulation.js';
import type { Content } from '#domain/content/content.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { playerMessageNames } from '#domain/vocabulary/generated/messages.js';
import type { PlayerMessages } from '#domain/vocabulary/generated/messages.js';
import { cellSizeM } from '#domain/space/grid.js';
import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { PlayerOutput } from '#ports/threads/player-output.js';

const unheard = Object.fromEntries(
  playerMessageNames.map((name) => [name, () => {}]),
) as unknown as PlayerMessages;

export class UnheardOutput implements PlayerOutput {
  readonly toSession = unheard;
  readonly toNearby = unheard;
  readonly toEverybody = unheard;
  placed(): void {}
  end(): void {}
}

export class NewcomersCourier implements CharacterCourier {
  readonly #asked: { session: number; name: string }[] = [];

  requestLoad(session: number, _accountId: string, name: string): boolean {
    this.#asked.push({ session, name });
    return true;
  }

  requestName(): boolean {
    return true;
  }

  answer(simulation: Simulation): void {
    for (const { session, name } of this.#asked.splice(0)) {
      const sheet = new CharacterSheet();
      sheet.characterId = session;
      sheet.name = name;
      simulation.characterLoaded(session, sheet);
    }
  }

  save(): boolean {
    return true;
  }
  entered(): void {}
  departed(): void {}
  allSaved(): void {}
}

export function unreadFrames({ maps }: Content, entitiesMax: number): SharedFramePublisher {
  const cells = maps.map(({ width, height }) => Math.ceil(width / cellSizeM) * Math.ceil(height / cellSizeM));
  return new SharedFramePublisher(
    createFrameBuffers({
      rowsMax: entitiesMax + 1,
      cellsMax: cells.reduce((sum, each) => sum + each, 0),
      mapsMax: maps.length,
      readers: 1,
    }),
  );
}
