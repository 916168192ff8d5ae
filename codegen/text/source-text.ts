// A schema file's text, and where in it something stands. Offsets count UTF-16 code units; lines and columns start at 1.

export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export interface SchemaPosition {
  readonly line: number;
  readonly column: number;
}

export class SourceText {
  readonly #lineStarts: number[] = [0];

  constructor(
    /** As shown in errors, for example `protocol-schema/game.tos`. */
    readonly path: string,
    readonly text: string,
  ) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
  }

  position(offset: number): SchemaPosition {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#lineStarts[low]! + 1 };
  }

  /** The text of a line, without its line break. */
  line(line: number): string {
    const start = this.#lineStarts[line - 1] ?? this.text.length;
    const next = this.#lineStarts[line] ?? this.text.length + 1;
    return this.text.slice(start, next - 1).replace(/\r$/, '');
  }
}
