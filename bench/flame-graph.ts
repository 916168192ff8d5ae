// A CPU profile as a flame graph: one SVG that any browser shows, wide boxes for where the time went, callers below.
// Plain and self-contained; hover a box for its name and share.

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  /** Microseconds between samples. */
  readonly timeDeltas: readonly number[];
}

interface Box {
  readonly name: string;
  readonly depth: number;
  readonly startUs: number;
  readonly us: number;
}

const width = 1600;
const rowHeight = 16;
/** Boxes narrower than this are left out: nobody could read or hit them. */
const widthMin = 0.4;

export function flameGraph(title: string, profile: CpuProfile): string {
  const { boxes, totalUs } = layOut(profile);
  const scale = width / totalUs;
  const visible = boxes.filter(({ us }) => us * scale >= widthMin);
  const depth = visible.reduce((deepest, box) => Math.max(deepest, box.depth), 0);
  const height = (depth + 2) * rowHeight + 8;
  const rows = visible.map((box) => svgBox(box, scale, height, totalUs));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="monospace" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fffdf7"/>`,
    `<text x="6" y="13">${escape(title)}: ${(totalUs / 1e6).toFixed(2)} s sampled, without waiting</text>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

/** The functions with the most time of their own, most first. */
export function hottest(profile: CpuProfile, count: number): { name: string; share: number }[] {
  const own = new Map<string, number>();
  const { ownUs, byId, totalUs } = times(profile);
  for (const [id, us] of ownUs) {
    const name = nameOf(byId.get(id)!);
    own.set(name, (own.get(name) ?? 0) + us);
  }
  return [...own]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([name, us]) => ({ name, share: us / totalUs }));
}

function times(profile: CpuProfile) {
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const ownUs = new Map<number, number>();
  let totalUs = 0;
  profile.samples.forEach((id, i) => {
    // Waiting is no work: the idle loop, and the system calls that wait for datagrams or the next tick.
    if (/^(\((idle|program)\)|#?wait)$/.test(byId.get(id)!.callFrame.functionName)) return;
    const us = profile.timeDeltas[i] ?? 0;
    ownUs.set(id, (ownUs.get(id) ?? 0) + us);
    totalUs += us;
  });
  return { byId, ownUs, totalUs: Math.max(1, totalUs) };
}

function layOut(profile: CpuProfile): { boxes: Box[]; totalUs: number } {
  const { byId, ownUs, totalUs } = times(profile);
  const boxes: Box[] = [];
  const place = (id: number, depth: number, startUs: number): number => {
    const node = byId.get(id)!;
    let us = ownUs.get(id) ?? 0;
    for (const child of node.children ?? []) us += place(child, depth + 1, startUs + us);
    if (us > 0) boxes.push({ name: nameOf(node), depth, startUs, us });
    return us;
  };
  place(profile.nodes[0]!.id, 0, 0);
  return { boxes, totalUs };
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const file = url.split('/').slice(-2).join('/');
  return `${functionName || '(top level)'}${file === '' ? '' : ` ${file}:${lineNumber + 1}`}`;
}

function svgBox({ name, depth, startUs, us }: Box, scale: number, height: number, totalUs: number): string {
  const [x, boxWidth] = [startUs * scale, us * scale];
  const y = height - (depth + 1) * rowHeight - 4;
  // A colour that a name keeps from graph to graph.
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 50, 7);
  const letters = Math.floor((boxWidth - 4) / 6.7);
  const label =
    letters < 3
      ? ''
      : `<text x="${(x + 2).toFixed(1)}" y="${y + 12}">${escape(name.slice(0, letters))}</text>`;
  const share = ((us / totalUs) * 100).toFixed(2);
  return `<g><title>${escape(name)}: ${share} %</title><rect x="${x.toFixed(1)}" y="${y}" width="${boxWidth.toFixed(1)}" height="${rowHeight - 1}" fill="hsl(${hue} 85% 68%)"/>${label}</g>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
