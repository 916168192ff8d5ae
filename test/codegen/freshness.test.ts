// What is generated is what lies on the disk; whoever changes the schema and forgets `npm run codegen` learns it here.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fillDocument } from '#codegen/emit/markdown/fill-document.js';
import { generateAll, staleFiles, strayFiles, writeStale } from '#codegen/outputs.js';

const files = await generateAll('.');

describe('the generated files', () => {
  it('are fresh', () => {
    expect(staleFiles('.', files)).toEqual([]);
  });

  it('are all that lies in folders of that name', () => {
    expect(strayFiles('.', files)).toEqual([]);
  });

  it('are told from what somebody wrote into a folder of that name, wherever it is and however deep', () => {
    const root = mkdtempSync(join(tmpdir(), 'codegen-'));
    try {
      const some = [{ path: 'domain/nouns/generated/one.ts', text: 'one\n' }];
      const strays = ['domain/combat/generated/p12.ts', 'domain/nouns/generated/deep/er/two.ts'];
      const others = ['node_modules/a/generated/a.js', 'dist/domain/generated/a.js', 'domain/combat/harm.ts'];
      writeStale(root, some);
      for (const path of [...strays, ...others]) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), 'export const now = Date.now();\n');
      }
      expect(strayFiles(root, some).sort()).toEqual(strays);
      expect(writeStale(root, some)).toEqual([]);
      expect(strayFiles(root, some).sort()).toEqual(strays);
      const below = 'adapters/protocol/generated/deep/er.ts';
      mkdirSync(dirname(join(root, below)), { recursive: true });
      writeFileSync(join(root, below), 'where all is generated\n');
      expect(staleFiles(root, some)).toEqual([below]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('are at least the codecs, the packet table, the tables of the standard and its canonical form', () => {
    const named = [
      'adapters/protocol/generated/game.ts',
      'adapters/protocol/generated/handshake.ts',
      'adapters/protocol/generated/internal.ts',
      'test/codegen/everything/everything.ts',
      'adapters/protocol/generated/packets.ts',
      'protocol-schema/STANDARD.md',
      'protocol-schema/canonical.txt',
    ];
    expect(named.filter((path) => !files.some((file) => file.path === path))).toEqual([]);
  });

  it('are found stale when they are missing, differ or follow from nothing, and are put right then', () => {
    const root = mkdtempSync(join(tmpdir(), 'codegen-'));
    try {
      const some = [
        { path: 'a/one.ts', text: 'one\n' },
        { path: 'b.ts', text: 'two\n' },
      ];
      expect(staleFiles(root, some)).toEqual(['a/one.ts', 'b.ts']);
      writeFileSync(join(root, 'b.ts'), 'two\r\n');
      expect(staleFiles(root, some)).toEqual(['a/one.ts']);
      expect(writeStale(root, some)).toEqual(['a/one.ts']);
      expect(readFileSync(join(root, 'a/one.ts'), 'utf8')).toBe('one\n');
      writeFileSync(join(root, 'b.ts'), 'three\n');
      expect(staleFiles(root, some)).toEqual(['b.ts']);
      const orphans = ['adapters/protocol/generated/gone.ts', 'protocol-schema/content/gone.schema.json'];
      for (const orphan of [...orphans, 'protocol-schema/content/written.tos']) {
        mkdirSync(dirname(join(root, orphan)), { recursive: true });
        writeFileSync(join(root, orphan), 'of a schema file that is gone\n');
      }
      expect(writeStale(root, some)).toEqual(['b.ts', ...orphans]);
      expect(staleFiles(root, some)).toEqual([]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});

describe('a document with generated places', () => {
  const document = 'Before.\n\n<!-- generated: list -->\n\nold\n\n<!-- /generated -->\n\nAfter.\n';

  it('keeps what was written by hand', () => {
    expect(fillDocument(document, new Map([['list', 'new']]))).toBe(document.replace('old', 'new'));
  });

  it('is refused when a place has no part or a part no place', () => {
    expect(() => fillDocument(document, new Map())).toThrow("nothing is generated for the place 'list'");
    const parts = new Map([
      ['list', 'new'],
      ['more', 'lost'],
    ]);
    expect(() => fillDocument(document, parts)).toThrow('no place for: more');
  });
});
