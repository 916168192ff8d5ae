import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { testJournal } from '../../contract/journal.js';

testJournal('MemoryJournal', async ({ keptEntries } = {}) => ({ journal: new MemoryJournal(keptEntries) }));
