// What is wrong in a schema file, where, and what to do about it. Parser and checker collect as many as they can.

import type { SourceText, Span } from './source-text.js';

export interface Diagnostic {
  readonly source: SourceText;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Collects the diagnostics of one run. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];

  report(source: SourceText, span: Span, message: string, hint?: string): void {
    this.list.push({ source, span, message, hint });
  }

  get any(): boolean {
    return this.list.length > 0;
  }
}

/** Thrown when a schema is refused; the message holds every diagnostic, rendered. */
export class SchemaError extends Error {
  readonly code = 'schema-refused';

  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(renderDiagnostic).join('\n\n'));
    this.name = 'SchemaError';
  }
}

/** `file:line:column: error: …`, the source line, a caret under the place, and the hint. */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const { source, span } = diagnostic;
  const { line, column } = source.position(span.start);
  const text = source.line(line);
  const gutter = String(line);
  const margin = ' '.repeat(gutter.length);
  // Tabs stay tabs, so that the caret stands right whatever their width.
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  const carets = '^'.repeat(Math.max(1, Math.min(span.end - span.start, text.length - column + 1)));
  const lines = [
    `${source.path}:${line}:${column}: error: ${diagnostic.message}`,
    ` ${gutter} | ${text}`,
    ` ${margin} | ${indent}${carets}`,
  ];
  if (diagnostic.hint !== undefined) lines.push(` ${margin} = hint: ${diagnostic.hint}`);
  return lines.join('\n');
}
