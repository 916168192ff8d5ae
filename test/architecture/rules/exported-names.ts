// Names of classes, interfaces, types and enums that a file exports, by the compiler's own reading of its text.

import ts from 'typescript';

type TypeDeclaration =
  ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.EnumDeclaration;

const isType = (statement: ts.Statement): statement is TypeDeclaration =>
  ts.isClassDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  ts.isEnumDeclaration(statement);

export function exportedTypes(path: string, text: string): string[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const types = statements.filter(isType).filter(({ name }) => name !== undefined);
  const declared = new Set(types.map(({ name }) => name!.text));
  const atOnce = types
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .map(({ name }) => name!.text);
  // A class and an interface of one name in one file are one thing.
  return [...new Set([...atOnce, ...exportedLater(statements, declared)])];
}

/**
 * By `export { Name }`, of what the file itself declares; what it hands on from another one bears that one's name, unless
 * it is given another one here, or where it is imported.
 */
function exportedLater(statements: readonly ts.Statement[], declared: ReadonlySet<string>): string[] {
  const own = new Set([...declared, ...renamedImports(statements)]);
  return statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return [];
    const { exportClause, isTypeOnly, moduleSpecifier } = statement;
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
    return exportClause.elements
      .filter(({ name, propertyName, isTypeOnly: one }) =>
        moduleSpecifier === undefined
          ? own.has((propertyName ?? name).text)
          : propertyName !== undefined && (isTypeOnly || one),
      )
      .map(({ name }) => name.text);
  });
}

function renamedImports(statements: readonly ts.Statement[]): string[] {
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement)) return [];
    const named = statement.importClause?.namedBindings;
    if (named === undefined || !ts.isNamedImports(named)) return [];
    const { isTypeOnly } = statement.importClause!;
    return named.elements
      .filter((element) => element.propertyName !== undefined && (isTypeOnly || element.isTypeOnly))
      .map(({ name }) => name.text);
  });
}

/** `Name: file, file` for each that more than one file exports, unless all of those are of a kind that may. */
export function borneTwice(
  sources: ReadonlyMap<string, string>,
  may: (path: string) => boolean = () => false,
): string[] {
  const files = new Map<string, string[]>();
  for (const [path, text] of sources) {
    for (const name of exportedTypes(path, text)) files.set(name, [...(files.get(name) ?? []), path]);
  }
  return [...files]
    .filter(([, paths]) => paths.length > 1 && !paths.every(may))
    .map(([name, paths]) => `${name}: ${paths.join(', ')}`)
    .sort();
}
