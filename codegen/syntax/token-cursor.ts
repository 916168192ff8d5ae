// Walks over tokens for the parser: looking, expecting, recovering, and gathering the doc comments on the way.

import type { Diagnostics } from '../text/diagnostic.js';
import type { SourceText, Span } from '../text/source-text.js';
import type { Name } from './syntax-tree.js';
import { describeToken, type SymbolText, type Token } from './token.js';

/** Unwinds the parser to the nearest place that can go on; already reported. */
export class ParseFailure extends Error {
  override readonly name = 'ParseFailure';
}

export class TokenCursor {
  #at = 0;

  constructor(
    readonly source: SourceText,
    readonly tokens: readonly Token[],
    readonly diagnostics: Diagnostics,
  ) {}

  get next(): Token {
    return this.tokens[this.#at]!;
  }

  get position(): number {
    return this.#at;
  }

  peek(ahead: number): Token {
    return this.tokens[Math.min(this.#at + ahead, this.tokens.length - 1)]!;
  }

  get atEnd(): boolean {
    return this.next.kind === 'end';
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  /** The span from `start` to the last token taken. */
  spanFrom(start: Span): Span {
    return { start: start.start, end: this.tokens[Math.max(0, this.#at - 1)]!.span.end };
  }

  isSymbol(text: SymbolText): boolean {
    return this.next.kind === 'symbol' && this.next.text === text;
  }

  isWord(text: string): boolean {
    return this.next.kind === 'word' && this.next.text === text;
  }

  takeSymbolIf(text: SymbolText): boolean {
    if (!this.isSymbol(text)) return false;
    this.take();
    return true;
  }

  takeWordIf(text: string): boolean {
    if (!this.isWord(text)) return false;
    this.take();
    return true;
  }

  symbol(text: SymbolText, where: string): Token {
    if (this.isSymbol(text)) return this.take();
    this.fail(`expected '${text}' ${where}, found ${describeToken(this.next)}`);
  }

  word(what: string, hint?: string): Name {
    if (this.next.kind === 'word') {
      const token = this.take();
      return { text: token.text, span: token.span };
    }
    this.fail(`expected ${what}, found ${describeToken(this.next)}`, hint);
  }

  text(what: string, hint?: string): string {
    if (this.next.kind === 'text') return this.take().text;
    this.fail(`expected ${what}, found ${describeToken(this.next)}`, hint);
  }

  /** Whether a word follows in the line of the token before it. */
  get wordFollows(): boolean {
    const previous = this.tokens[this.#at - 1];
    return previous !== undefined && this.next.kind === 'word' && this.next.line === previous.line;
  }

  fail(message: string, hint?: string, span: Span = this.next.span): never {
    this.diagnostics.report(this.source, span, message, hint);
    throw new ParseFailure(message);
  }

  /** The doc comment directly above the next token, lines joined by '\n'; '' when there is none. */
  doc(): string {
    let lines: string[] = [];
    let last: Token | undefined;
    while (this.next.kind === 'doc') {
      const token = this.take();
      if (last !== undefined && token.line > last.line + 1) {
        this.#reportStrayDoc(last);
        lines = [];
      }
      lines.push(token.text);
      last = token;
    }
    if (last !== undefined && (this.next.line > last.line + 1 || this.isSymbol('}') || this.atEnd)) {
      this.#reportStrayDoc(last);
      return '';
    }
    return lines.join('\n');
  }

  #reportStrayDoc(doc: Token): void {
    const hint = 'put it on the line above what it describes, or use // for a plain comment';
    this.diagnostics.report(this.source, doc.span, 'this doc comment describes nothing', hint);
  }

  /** After a failure inside braces: goes to the next line that could start an entry, or to the closing brace. */
  skipLine(failedLine: number): void {
    let depth = 0;
    while (!this.atEnd) {
      if (depth === 0 && (this.isSymbol('}') || this.next.line > failedLine)) return;
      const token = this.take();
      if (token.kind === 'symbol' && token.text === '{') depth++;
      if (token.kind === 'symbol' && token.text === '}') depth--;
    }
  }

  /** After a failure of a whole declaration: goes to the next word in `starts` that opens a line. */
  skipToDeclaration(starts: ReadonlySet<string>): void {
    while (!this.atEnd) {
      const token = this.next;
      const previous = this.tokens[this.#at - 1];
      const opensLine = previous === undefined || token.line > previous.line;
      const column = this.source.position(token.span.start).column;
      if (opensLine && column === 1 && (token.kind === 'doc' || starts.has(token.text))) return;
      this.#at++;
    }
  }
}
