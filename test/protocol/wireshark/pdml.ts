// What tshark shows (-T pdml), as far as our dissector's fields go.

export interface ShownField {
  /** `tos.PlayerInput.sequence` */
  readonly name: string;
  /** As text; bytes as `aa:bb`. */
  readonly show: string;
  readonly fields: ShownField[];
}

/** The fields below `tos` of each packet, in order; an empty list for packets that are none of ours. */
export function shownPackets(pdml: string): ShownField[][] {
  return pdml
    .split('<packet>')
    .slice(1)
    .map((packet) => {
      const start = packet.indexOf('<proto name="tos"');
      if (start < 0) return [];
      return fieldsOf(packet.slice(start, packet.indexOf('</proto>', start)));
    });
}

function fieldsOf(xml: string): ShownField[] {
  const root: ShownField[] = [];
  const stack: ShownField[][] = [root];
  for (const [tag] of xml.matchAll(/<field [^>]*>|<\/field>/g)) {
    if (tag === '</field>') {
      stack.pop();
      continue;
    }
    const field = { name: attribute(tag, 'name'), show: attribute(tag, 'show'), fields: [] };
    stack.at(-1)!.push(field);
    if (!tag.endsWith('/>')) stack.push(field.fields);
  }
  return root;
}

function attribute(tag: string, name: string): string {
  const text = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}
