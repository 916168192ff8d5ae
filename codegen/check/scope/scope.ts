// What all checks share: the declarations by name over all files, and the exact value of expressions.

import type { Diagnostics } from '../../text/diagnostic.js';
import { nameHint } from '../../text/nearest-name.js';
import type { SourceText, Span } from '../../text/source-text.js';
import type { ConstantSyntax, DeclarationSyntax, Expression, FileSyntax } from '../../syntax/syntax-tree.js';
import * as rational from '../../model/rational.js';
import type { Rational } from '../../model/rational.js';

export interface Declared {
  readonly syntax: DeclarationSyntax;
  readonly file: FileSyntax;
}

export class Scope {
  readonly declarations = new Map<string, Declared>();
  readonly #constants = new Map<string, Rational | undefined>();
  readonly #evaluating = new Set<string>();

  constructor(
    files: readonly FileSyntax[],
    readonly diagnostics: Diagnostics,
  ) {
    for (const file of files) {
      for (const syntax of file.declarations) this.#declare(file, syntax);
    }
  }

  report(source: SourceText, span: Span, message: string, hint?: string): void {
    this.diagnostics.report(source, span, message, hint);
  }

  namesOf(...kinds: DeclarationSyntax['kind'][]): string[] {
    return [...this.declarations.values()]
      .filter(({ syntax }) => kinds.includes(syntax.kind))
      .map(({ syntax }) => syntax.name.text);
  }

  /** Undefined when it could not be evaluated, which is then already reported. */
  evaluate(source: SourceText, expression: Expression): Rational | undefined {
    switch (expression.kind) {
      case 'literal':
        return rational.parseRational(expression.text);
      case 'constant':
        return this.#constant(source, expression.name.text, expression.span);
      case 'negate': {
        const operand = this.evaluate(source, expression.operand);
        return operand && rational.negate(operand);
      }
      case 'binary': {
        const left = this.evaluate(source, expression.left);
        const right = this.evaluate(source, expression.right);
        if (left === undefined || right === undefined) return undefined;
        return this.#calculate(source, expression, left, right);
      }
    }
  }

  /** A whole number in `[min, max]`, or undefined with a report that calls it `what`. */
  integer(
    source: SourceText,
    expression: Expression,
    what: string,
    min: number,
    max: number,
  ): number | undefined {
    const value = this.evaluate(source, expression);
    if (value === undefined) return undefined;
    const shown = rational.showRational(value);
    if (!rational.isInteger(value)) {
      this.report(source, expression.span, `${what} must be a whole number, not ${shown}`);
      return undefined;
    }
    if (value.numerator < BigInt(min) || value.numerator > BigInt(max)) {
      this.report(source, expression.span, `${what} must lie in ${min} .. ${max}, not ${shown}`);
      return undefined;
    }
    return Number(value.numerator);
  }

  #declare(file: FileSyntax, syntax: DeclarationSyntax): void {
    const earlier = this.declarations.get(syntax.name.text);
    if (earlier === undefined) {
      this.declarations.set(syntax.name.text, { syntax, file });
      return;
    }
    const { line } = earlier.file.source.position(earlier.syntax.name.span.start);
    const where = `${earlier.file.source.path}:${line}`;
    const hint = 'all files of a schema share one set of names';
    this.report(file.source, syntax.name.span, `'${syntax.name.text}' is already declared at ${where}`, hint);
  }

  #constant(source: SourceText, name: string, span: Span): Rational | undefined {
    if (this.#constants.has(name)) return this.#constants.get(name);
    const declared = this.declarations.get(name);
    if (declared?.syntax.kind !== 'const') {
      const message = declared === undefined ? `no const is named '${name}'` : `'${name}' is no const`;
      this.report(source, span, message, nameHint(name, this.namesOf('const')));
      return undefined;
    }
    if (this.#evaluating.has(name)) {
      this.report(source, span, `the value of '${name}' depends on itself`);
      return undefined;
    }
    this.#evaluating.add(name);
    const value = this.evaluate(declared.file.source, (declared.syntax satisfies ConstantSyntax).value);
    this.#evaluating.delete(name);
    this.#constants.set(name, value);
    return value;
  }

  #calculate(
    source: SourceText,
    expression: Expression & { kind: 'binary' },
    left: Rational,
    right: Rational,
  ): Rational | undefined {
    switch (expression.operator) {
      case '+':
        return rational.add(left, right);
      case '-':
        return rational.subtract(left, right);
      case '*':
        return rational.multiply(left, right);
      case '/':
        if (!rational.isZero(right)) return rational.divide(left, right);
        this.report(source, expression.right.span, 'division by zero');
        return undefined;
    }
  }
}
