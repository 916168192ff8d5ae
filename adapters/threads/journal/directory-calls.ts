// What is asked of the journal's thread for the admin API: what the player directory is to be told, all that is stored of
// one character, and to forget it; and the other end of each.

import type { HistoryPage, LedgerHistoryQuery } from '#application/ledger/history.js';
import type { DirectoryBatch } from '#ports/admin/players/directory-batch.js';
import type { CharacterRecords, RecordsOfCharacter, RecordsQuery } from '#ports/storage/character-records.js';
import type { BatchQuery, DirectoryOutbox, OutboxFigures } from '#ports/storage/directory-outbox.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { ErasureBook, ErasureState } from '#ports/storage/erasure-book.js';
import type { NamedCharacter } from '#ports/storage/named-character.js';
import type { KeptSanction, SanctionBook, SanctionChanges } from '#ports/storage/sanction-book.js';
import type { RemoteCalls } from './calls.js';

export interface DirectoryCalls {
  recordsOf: CharacterRecords['of'];
  historyOf(query: LedgerHistoryQuery): Promise<HistoryPage>;
  nextBatch: DirectoryOutbox['next'];
  batchAcknowledged: DirectoryOutbox['acknowledged'];
  startTellingOver: DirectoryOutbox['startOver'];
  outboxFigures: DirectoryOutbox['figures'];
  beginErasure: ErasureBook['begin'];
  beginErasuresAgain: ErasureBook['beginAgain'];
  erasuresBegun: ErasureBook['begun'];
  finishErasure: ErasureBook['finish'];
  readSanctions: SanctionBook['read'];
  sanctionsMark: SanctionBook['mark'];
  changeSanctions: SanctionBook['change'];
}

export interface DirectoryParts extends Pick<DirectoryCalls, 'historyOf'> {
  readonly records: CharacterRecords;
  readonly outbox: DirectoryOutbox;
  readonly erasures: ErasureBook;
  readonly sanctions: SanctionBook;
}

export function directoryCallTable(parts: DirectoryParts): DirectoryCalls {
  const { records, outbox, erasures, sanctions } = parts;
  return {
    recordsOf: (query) => records.of(query),
    historyOf: (query) => parts.historyOf(query),
    nextBatch: (query) => outbox.next(query),
    batchAcknowledged: (mark, nowUnixMs) => outbox.acknowledged(mark, nowUnixMs),
    startTellingOver: () => outbox.startOver(),
    outboxFigures: () => outbox.figures(),
    beginErasure: (whom, nowUnixMs) => erasures.begin(whom, nowUnixMs),
    beginErasuresAgain: (erased, nowUnixMs) => erasures.beginAgain(erased, nowUnixMs),
    erasuresBegun: () => erasures.begun(),
    finishErasure: (characterId, nowUnixMs) => erasures.finish(characterId, nowUnixMs),
    readSanctions: (nowSeconds) => sanctions.read(nowSeconds),
    sanctionsMark: () => sanctions.mark(),
    changeSanctions: (changes, nowSeconds) => sanctions.change(changes, nowSeconds),
  };
}

type DirectoryCallsOut = Pick<RemoteCalls<DirectoryCalls>, 'call'>;

export class RemoteCharacterRecords implements CharacterRecords {
  constructor(private readonly caller: DirectoryCallsOut) {}

  of(query: RecordsQuery): Promise<RecordsOfCharacter | undefined> {
    return this.caller.call('recordsOf', query);
  }
}

export class RemoteDirectoryOutbox implements DirectoryOutbox {
  constructor(private readonly caller: DirectoryCallsOut) {}

  next(query: BatchQuery): Promise<DirectoryBatch | undefined> {
    return this.caller.call('nextBatch', query);
  }

  acknowledged(mark: string, nowUnixMs: number): Promise<void> {
    return this.caller.call('batchAcknowledged', mark, nowUnixMs);
  }

  startOver(): Promise<void> {
    return this.caller.call('startTellingOver');
  }

  figures(): Promise<OutboxFigures> {
    return this.caller.call('outboxFigures');
  }
}

export class RemoteErasureBook implements ErasureBook {
  constructor(private readonly caller: DirectoryCallsOut) {}

  begin(whom: NamedCharacter, nowUnixMs: number): Promise<ErasureState> {
    return this.caller.call('beginErasure', whom, nowUnixMs);
  }

  beginAgain(erased: readonly ErasedCharacter[], nowUnixMs: number): Promise<void> {
    return this.caller.call('beginErasuresAgain', erased, nowUnixMs);
  }

  begun(): Promise<readonly NamedCharacter[]> {
    return this.caller.call('erasuresBegun');
  }

  finish(characterId: number, nowUnixMs: number): Promise<void> {
    return this.caller.call('finishErasure', characterId, nowUnixMs);
  }
}

export class RemoteSanctionBook implements SanctionBook {
  constructor(private readonly caller: DirectoryCallsOut) {}

  read(nowSeconds: number): Promise<readonly KeptSanction[]> {
    return this.caller.call('readSanctions', nowSeconds);
  }

  mark(): Promise<string | null> {
    return this.caller.call('sanctionsMark');
  }

  change(changes: SanctionChanges, nowSeconds: number): Promise<void> {
    return this.caller.call('changeSanctions', changes, nowSeconds);
  }
}
