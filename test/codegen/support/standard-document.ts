// Reads STANDARD.md the way a stranger would: headings, tables and the notes above them. Knows nothing of the schema files.

export interface Row {
  readonly [column: string]: string;
}

export interface Section {
  readonly name: string;
  readonly notes: string;
  /** Of the section's first table. */
  readonly rows: readonly Row[];
}

export interface StandardDocument {
  readonly sections: ReadonlyMap<string, Section>;
  /** Tables outside the sections of packets and types, by the first column's title. */
  readonly tables: ReadonlyMap<string, readonly Row[]>;
}

export function readStandard(markdown: string): StandardDocument {
  const sections = new Map<string, Section>();
  const tables = new Map<string, readonly Row[]>();
  for (const part of markdown.split(/^(?=#{2,3} )/m)) {
    const heading = /^(#{2,3}) (.+)$/m.exec(part);
    const found = [...part.matchAll(/(?:^\|.*\|\n?)+/gm)].map((match) => readTable(match[0]));
    if (heading?.[1] === '###' && /^[A-Z]\w*$/.test(heading[2]!)) {
      const notes = part.slice(heading[0].length, part.indexOf('\n|')).trim();
      sections.set(heading[2]!, { name: heading[2]!, notes, rows: found[0] ?? [] });
    }
    for (const rows of found) tables.set(Object.keys(rows[0] ?? {}).join(' '), rows);
  }
  return { sections, tables };
}

function readTable(text: string): Row[] {
  const [head, , ...body] = text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
  return body.map((cells) => Object.fromEntries(head!.map((title, index) => [title, cells[index] ?? ''])));
}

/** `` `name` `` → name */
export function code(cell: string): string {
  return cell.replace(/^`|`$/g, '');
}

export function hexBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}
