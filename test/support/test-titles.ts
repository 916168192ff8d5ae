// Which tests a file has: their titles, with what the rows of a table add. A test that is skipped, or only spoken of in a
// comment, is none.

import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** For each `it`: its title, behind it all texts of the rows of its table. */
export function testTitles(file: string): string[] {
  return titlesIn(readFileSync(file, 'utf8'), file);
}

export function titlesIn(text: string, name = 'some.test.ts'): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (!ts.isCallExpression(node)) return ts.forEachChild(node, visit);
    const words = wordsOf(node.expression);
    if (words.includes('skip') || words.includes('todo')) return;
    if (words[0] === 'it') {
      const [title] = node.arguments;
      if (title !== undefined)
        titles.push([textsIn(title), textsIn(tableOf(node.expression, source))].flat().join(' | '));
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** `it.each(table)`: it, each. */
function wordsOf(called: ts.Expression): string[] {
  if (ts.isIdentifier(called)) return [called.text];
  if (ts.isPropertyAccessExpression(called)) return [...wordsOf(called.expression), called.name.text];
  return ts.isCallExpression(called) ? wordsOf(called.expression) : [];
}

function tableOf(called: ts.Expression, source: ts.SourceFile): ts.Node | undefined {
  if (!ts.isCallExpression(called)) return undefined;
  const [table] = called.arguments;
  return table !== undefined && ts.isIdentifier(table) ? constantNamed(table.text, source) : table;
}

function constantNamed(name: string, source: ts.SourceFile): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name) found = node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textsIn(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) return [node.text];
  const texts: string[] = [];
  ts.forEachChild(node, (child) => void texts.push(...textsIn(child)));
  return texts;
}
