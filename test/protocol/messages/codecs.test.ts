// The packets of the game under random and broken messages: some 100,000 mutants, judged by the document as well.

import { readFileSync } from 'node:fs';
import * as game from '#adapters/protocol/generated/game.js';
import * as handshake from '#adapters/protocol/generated/handshake.js';
import * as internal from '#adapters/protocol/generated/internal.js';
import { loadSchema, travelling } from '#codegen/load-schema.js';
import { testCodecs } from '../../codegen/support/codec-suite.js';
import { readStandard } from '../../codegen/support/standard-document.js';

const document = readStandard(readFileSync('protocol-schema/STANDARD.md', 'utf8'));
const modules: Readonly<Record<string, object>> = { game, handshake, internal };

for (const file of travelling(loadSchema('protocol-schema')).files) {
  testCodecs({
    file,
    module: modules[file.name] as Readonly<Record<string, unknown>>,
    document: file.internal ? undefined : document,
    messagesPerPacket: 60,
    mutationsPerMessage: 60,
  });
}
