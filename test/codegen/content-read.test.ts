// `unread` in the content's schema tells designers that no rule reads a record or field yet. The compiler knows: a field
// without the word is read by a rule or a use case, one with it by none.

import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { definitionName, ruleFieldName } from '#codegen/emit/content/content-names.js';
import { loadSchema } from '#codegen/load-schema.js';
import type {
  ChoiceModel,
  ContentFieldModel,
  ContentModel,
  ContentType,
} from '#codegen/model/content-model.js';

const contents = loadSchema('protocol-schema/content').files.flatMap((file) => file.contents);
const generated = resolve('domain/content/generated');

/** `ItemDefinition.stackMax`, for every field of a definition that a rule names. */
function fieldsRead(): Set<string> {
  const files = globSync('{domain,application}/**/*.ts', {
    exclude: (path) => path.includes('generated'),
  });
  const { config } = ts.readConfigFile('tsconfig.base.json', (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, '.');
  const program = ts.createProgram(files, { ...options, composite: false, noEmit: true, types: ['node'] });
  const checker = program.getTypeChecker();
  const read = new Set<string>();
  const note = (symbol: ts.Symbol | undefined): void => {
    for (const { parent, kind } of symbol?.declarations ?? [])
      // The word that tells cases of a choice apart stands in no interface.
      if (kind === ts.SyntaxKind.PropertySignature && ts.isInterfaceDeclaration(parent))
        if (parent.getSourceFile().fileName.startsWith(generated))
          read.add(`${parent.name.text}.${symbol!.name}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) note(checker.getTypeAtLocation(node.parent).getProperty(name.text));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(program.getSourceFile(file)!);
  return read;
}

/** With the word itself, or part of nothing else than what has it. */
function unreadParts(): Set<ContentModel | ChoiceModel> {
  const reached = new Set<ContentModel | ChoiceModel>();
  const reach = (declaration: ContentModel | ChoiceModel): void => {
    if (reached.has(declaration)) return;
    reached.add(declaration);
    if (declaration.kind === 'choice') declaration.cases.forEach((each) => reach(each.declaration));
    else for (const { type, unread } of declaration.fields) if (!unread) partsOf(type).forEach(reach);
  };
  for (const each of contents)
    if (each.kind === 'content' && !each.unread && (each.source !== '' || each.tiled)) reach(each);
  return new Set(contents.filter((each) => !reached.has(each)));
}

function partsOf(type: ContentType): (ContentModel | ChoiceModel)[] {
  if (type.kind === 'list') return partsOf(type.element);
  return type.kind === 'part' || type.kind === 'choice' ? [type.declaration] : [];
}

/** What people read, and what only the loader does. */
function isForRules(content: ContentModel, { type }: ContentFieldModel): boolean {
  return content.tiled?.use !== 'tile' && !['id', 'key', 'text'].includes(type.kind);
}

it('what is not marked as unread is read by rules, and nothing else', () => {
  const read = fieldsRead();
  const unread = unreadParts();
  const wrong = contents.flatMap((content) =>
    content.kind === 'choice'
      ? []
      : content.fields
          .filter((field) => isForRules(content, field))
          .flatMap((field) => {
            const marked = field.unread || unread.has(content);
            const isRead = read.has(`${definitionName(content)}.${ruleFieldName(field)}`);
            if (marked !== isRead) return [];
            const says = isRead
              ? 'is read: take the word unread away'
              : 'is read by nobody: add the word unread';
            return [`${content.name}.${field.name} ${says}`];
          }),
  );
  expect(wrong).toEqual([]);
});
