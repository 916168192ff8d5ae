// Which refusals each route can end in by its own code, read out of the controllers by the compiler: the reasons of the results that
// it accepts, and the errors that it throws, helpers in its file included. What the checks before it refuse is not among them.

import { globSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { errorCodes } from '#adapters/admin-api/http/error-codes.js';

/** By `Controller.method`; sorted. */
export function refusalsInCode(root: string): ReadonlyMap<string, readonly string[]> {
  const controllers = globSync('adapters/admin-api/*/*.controller.ts', { cwd: root }).map((file) =>
    path.join(root, file),
  );
  const config = ts.readConfigFile(path.join(root, 'adapters/tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, path.join(root, 'adapters'));
  const program = ts.createProgram(controllers, { ...options, noEmit: true, composite: false });
  const checker = program.getTypeChecker();
  const found = new Map<string, readonly string[]>();
  for (const file of controllers) {
    const source = program.getSourceFile(file)!;
    for (const controller of source.statements.filter(ts.isClassDeclaration))
      for (const method of controller.members.filter(ts.isMethodDeclaration)) {
        if (ts.getDecorators(method) === undefined) continue;
        const codes = new Set<string>();
        collect(method, { checker, source, codes, seen: new Set() });
        found.set(`${controller.name!.text}.${(method.name as ts.Identifier).text}`, [...codes].sort());
      }
  }
  return found;
}

interface Walk {
  readonly checker: ts.TypeChecker;
  readonly source: ts.SourceFile;
  readonly codes: Set<string>;
  readonly seen: Set<ts.Node>;
}

function collect(node: ts.Node, walk: Walk): void {
  if (walk.seen.has(node)) return;
  walk.seen.add(node);
  const visit = (one: ts.Node): void => {
    if (ts.isNewExpression(one) && one.expression.getText() === 'ApiError')
      addLiterals(one.arguments?.[0], walk);
    if (ts.isCallExpression(one)) {
      if (one.expression.getText() === 'accept') addReasons(one.arguments[0]!, walk);
      followHelper(one.expression, walk);
    }
    ts.forEachChild(one, visit);
  };
  ts.forEachChild(node, visit);
}

/** The `reason` of a result, whose refusals are told apart by it. */
function addReasons(result: ts.Expression, walk: Walk): void {
  const { checker } = walk;
  const type = checker.getTypeAtLocation(result);
  for (const one of type.isUnion() ? type.types : [type]) {
    const reason = one.getProperty('reason');
    if (reason !== undefined) addType(checker.getTypeOfSymbol(reason), walk);
  }
}

function addLiterals(code: ts.Expression | undefined, walk: Walk): void {
  if (code !== undefined) addType(walk.checker.getTypeAtLocation(code), walk);
}

function addType(type: ts.Type, { codes }: Walk): void {
  for (const one of type.isUnion() ? type.types : [type])
    if (one.isStringLiteral() && one.value in errorCodes) codes.add(one.value);
}

/** Only within the file: what is imported gives results. */
function followHelper(called: ts.Expression, walk: Walk): void {
  const symbol = walk.checker.getSymbolAtLocation(called);
  for (const declaration of symbol?.declarations ?? [])
    if (declaration.getSourceFile() === walk.source) collect(declaration, walk);
}
