// What a game server tells the player directory of its characters as they are stored.

import { z } from 'zod';
import { receiptsMax } from '#application/admin/players/take-directory-batch.js';
import { batchMax, type DirectoryBatch } from '#ports/admin/players/directory-batch.js';
import { characterName, count, hex, id, mapKey } from '../http/wire-types.js';

/** As characters are stored (ports/storage/characters/stored-character-fault.ts). */
const characterId = z
  .int()
  .min(1)
  .max(2 ** 32 - 1);
/** Milliseconds since 1970, up to the year 9999, as far as a column goes. */
const unixMs = z.int().min(0).max(253_402_300_799_999);

const toldCharacter = z
  .strictObject({
    characterId,
    characterName,
    accountId: id,
    level: z.int().min(1).max(255),
    map: mapKey,
    playedSeconds: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
    createdAtUnixMs: unixMs,
    savedAtUnixMs: unixMs.meta({ description: 'By the server’s clock; later than now counts as now' }),
  })
  .meta({ id: 'ToldCharacter' });

const erasedCharacter = z
  .strictObject({
    characterId,
    createdAtUnixMs: unixMs,
    receipt: hex(32).optional().meta({
      description: 'By which the server, and nobody else, knows later that it erased this one itself',
    }),
  })
  .meta({ id: 'ErasedCharacter' });

const receivedErasure = z
  .strictObject({ characterId, createdAtUnixMs: unixMs, receipt: hex(32) })
  .meta({ id: 'ReceivedErasure' });

export const directoryBody = z
  .strictObject({
    telling: hex(16).meta({
      description: 'Drawn anew whenever the server tells all of its characters from the beginning',
    }),
    number: count.min(1),
    mark: hex(16).meta({ description: 'Of this batch; the same when it is sent again' }),
    previous: hex(16)
      .nullable()
      .meta({ description: 'Mark of the last one that was committed; null for the first of a telling' }),
    asOf: z.int().min(0).max(Number.MAX_SAFE_INTEGER).meta({
      description: 'Changes of the game file when the states were read; of two states the later one counts',
    }),
    characters: z.array(toldCharacter).max(batchMax),
    gone: z.array(characterId).max(batchMax),
    erased: z
      .array(erasedCharacter)
      .max(batchMax)
      .default([])
      .meta({ description: 'Those of them that were erased: nothing is kept of who they were' }),
    isWhole: z.boolean().meta({ description: 'With this batch all characters of the server have been told' }),
  })
  .meta({ id: 'DirectoryBody' });
export type DirectoryBody = z.infer<typeof directoryBody>;

export const directoryAnswer = z
  .strictObject({
    taken: z.boolean().meta({
      description:
        'False: the batch does not follow on what the directory was told; tell all again, as a new telling',
    }),
    eraseAgain: z
      .array(receivedErasure)
      .max(receiptsMax)
      .meta({
        description:
          'Of whom the batch told, those that were told as erased before: where the receipt is its own, the server erases them ' +
          'again. Anybody with its token may have told it: without a receipt, or with one that is not its own, it must not',
      }),
  })
  .meta({ id: 'DirectoryAnswer' });
export type DirectoryAnswer = z.infer<typeof directoryAnswer>;

/** Of a character that is given twice the last counts, and whoever was erased was so once. */
export function toBatch({ characters, erased, ...rest }: DirectoryBody): DirectoryBatch {
  const told = characters.map(({ characterName: name, ...state }) => ({ ...state, name }));
  return {
    ...rest,
    characters: [...new Map(told.map((one) => [one.characterId, one])).values()],
    erased: [...new Map(erased.map((one) => [`${one.characterId} ${one.createdAtUnixMs}`, one])).values()],
  };
}
