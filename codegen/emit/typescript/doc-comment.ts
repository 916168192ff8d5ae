// Doc comments of the schema as JSDoc: with a line break behind, or nothing at all.

export function docComment(...parts: readonly string[]): string {
  const lines = parts
    .filter((part) => part !== '')
    .flatMap((part) => part.split('\n'))
    .map((line) => line.replaceAll('*/', '*\\/'));
  if (lines.length === 0) return '';
  if (lines.length === 1 && lines[0]!.length < 100) return `/** ${lines[0]} */\n`;
  return ['/**', ...lines.map((line) => ` * ${line}`), ' */', ''].join('\n');
}
