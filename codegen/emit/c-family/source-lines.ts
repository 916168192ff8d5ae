// Lines of generated code with their indentation, in languages where no formatter runs afterwards.

export class SourceLines {
  readonly #lines: string[] = [];
  #depth = 0;

  constructor(
    readonly indent: string,
    /** Whether an opening brace stands in a line of its own. */
    readonly bracesAlone: boolean,
  ) {}

  /** An empty line is never indented. */
  add(...lines: readonly string[]): void {
    for (const line of lines) this.#lines.push(line === '' ? '' : this.indent.repeat(this.#depth) + line);
  }

  block(head: string, content: () => void, end = '}'): void {
    if (this.bracesAlone) this.add(head, '{');
    else this.add(`${head} {`);
    this.#depth++;
    content();
    this.#depth--;
    this.add(end);
  }

  finish(): string[] {
    return this.#lines;
  }
}

/** Words in lines of at most `width` characters, for comments. Line breaks of the text are kept. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
