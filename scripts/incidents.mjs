// `npm run incidents`: what happened to other servers, class by class, and what shows that it cannot happen here: a test by
// its name, or a sentence why it cannot. What is open says so.
import { readFileSync } from 'node:fs';

const usage = 'usage: npm run incidents [-- --open]\n\n  --open   only those that are open';
const known = ['--open', '--help'];
const flags = process.argv.slice(2);
const wrong = flags.find((flag) => !known.includes(flag));
if (wrong !== undefined) {
  console.error(`incidents: ${wrong} is no flag; allowed: ${known.join(', ')}\n\n${usage}`);
  process.exit(2);
}
if (flags.includes('--help')) {
  console.log(usage);
  process.exit(0);
}

const rows = JSON.parse(readFileSync(new URL('../test/incidents.json', import.meta.url), 'utf8'));
const shown = flags.includes('--open') ? rows.filter(({ open }) => open !== undefined) : rows;
for (const { class: number, what, tests = [], cannot, open } of shown) {
  console.log(`${String(number).padStart(2)}  ${what}`);
  for (const { file, title } of tests) console.log(`      ${file}: ${title}`);
  if (cannot !== undefined) console.log(`      cannot exist: ${cannot}`);
  if (open !== undefined) console.log(`      OPEN: ${open}`);
}
const count = (key) => rows.filter((row) => row[key] !== undefined).length;
console.log(
  `${rows.length} classes: ${count('tests')} with a test, ${count('cannot')} that cannot exist here, ${count('open')} open`,
);
