// How badly a mask suits a QR code (ISO/IEC 18004, table 11): long runs, blocks, what looks like a finder, and too much of one
// colour. Only a choice among eight codes that all can be read.

export function penalty(matrix: readonly (readonly boolean[])[]): number {
  const columns = matrix.map((_, x) => matrix.map((row) => row[x]!));
  const lines = [...matrix, ...columns];
  return sum(lines.map(runs)) + sum(lines.map(finders)) + blocks(matrix) + balance(matrix);
}

function runs(line: readonly boolean[]): number {
  const text = textOf(line);
  return sum((text.match(/0{5,}|1{5,}/g) ?? []).map((run) => run.length - 2));
}

function finders(line: readonly boolean[]): number {
  const found = textOf(line).match(/(?=10111010000|00001011101)/g) ?? [];
  return found.length * 40;
}

function blocks(matrix: readonly (readonly boolean[])[]): number {
  let count = 0;
  for (let y = 1; y < matrix.length; y++) {
    for (let x = 1; x < matrix.length; x++) {
      const dark = matrix[y]![x];
      const same = [matrix[y]![x - 1], matrix[y - 1]![x], matrix[y - 1]![x - 1]];
      if (same.every((one) => one === dark)) count++;
    }
  }
  return count * 3;
}

function balance(matrix: readonly (readonly boolean[])[]): number {
  const dark = sum(matrix.map((row) => row.filter(Boolean).length));
  const percent = (dark * 100) / matrix.length ** 2;
  return Math.floor(Math.abs(percent - 50) / 5) * 10;
}

function textOf(line: readonly boolean[]): string {
  return line.map(Number).join('');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
