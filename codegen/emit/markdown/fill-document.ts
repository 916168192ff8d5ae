// A document written by hand with places that are filled by generation, each between a pair of markers:
// `<!-- generated: name -->` … `<!-- /generated -->`. What stands outside them is never touched.

const markerPattern = /<!-- generated: ([a-z-]+) -->[\s\S]*?<!-- \/generated -->/g;

/** Throws when a place has no part or a part no place. */
export function fillDocument(document: string, parts: ReadonlyMap<string, string>): string {
  const unused = new Set(parts.keys());
  const filled = document.replace(markerPattern, (_, name: string) => {
    const part = parts.get(name);
    if (part === undefined) throw new Error(`nothing is generated for the place '${name}'`);
    unused.delete(name);
    return `<!-- generated: ${name} -->\n\n${part}\n\n<!-- /generated -->`;
  });
  if (unused.size > 0) throw new Error(`the document has no place for: ${[...unused].join(', ')}`);
  return filled;
}
