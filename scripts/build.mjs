// `npm run build`: builds what has changed, generated codecs, server and console. See --help.
import { join } from 'node:path';
import { precompress } from './precompress.mjs';
import { root, runOrExit, switchesOrExit, whenChanged } from './steps.mjs';
import { sweepBuild } from './sweep-build.mjs';

const usage = [
  'npm run build -- [flags]',
  '',
  'Builds what has changed: generated codecs, server, console.',
  '',
  '  --server-only   leaves the console out',
  '  --quiet         says only what takes long or goes wrong',
].join('\n');
const switches = switchesOrExit(usage, ['--server-only', '--quiet']);
const quiet = switches.has('--quiet');
const serverOnly = switches.has('--server-only');

/** A store may bring migrations of its own. */
const migrations = ['adapters/sqlite/migrations', 'adapters/sqlite/stores'];

/** The compiler's, by project: lint, and whoever calls it by hand, build the same. */
function notesOf(...projects) {
  return projects.map((project) => `dist/.tsbuild/${project}.tsbuildinfo`);
}

function say(text) {
  console.log(`build: ${text}`);
}

whenChanged({
  name: 'codegen',
  inputs: ['codegen', 'tsconfig.base.json'],
  output: 'dist/codegen/cli/main.js',
  notes: notesOf('codegen'),
  make: () => runOrExit('tsc', ['-b', '--stopBuildOnErrors', 'codegen'], { quiet }),
});
whenChanged({
  name: 'codecs',
  inputs: ['protocol-schema', 'codegen', 'adapters/protocol/generated', ...migrations],
  output: 'adapters/protocol/generated',
  make: () => runOrExit('node', ['scripts/codegen.mjs', 'generate'], { quiet }),
});
const layers = ['codegen', 'domain', 'ports', 'application', 'adapters', 'client', 'src', 'bench'];
whenChanged({
  name: 'server',
  inputs: [...layers, 'tsconfig.base.json'],
  output: 'dist/src/start.js',
  notes: notesOf(
    ...['domain', 'ports', 'application', 'adapters-protocol', 'adapters', 'client', 'src', 'bench'],
  ),
  make: () => {
    say('server …');
    sweepBuild(root, layers);
    runOrExit('tsc', ['-b', '--stopBuildOnErrors', 'src', 'bench'], { quiet });
  },
});
if (!serverOnly) {
  whenChanged({
    name: 'openapi',
    inputs: ['dist/adapters/admin-api', 'dist/application/admin'],
    output: 'dist/openapi.json',
    make: () => runOrExit('node', ['dist/src/openapi.js', 'dist/openapi.json'], { quiet }),
  });
  whenChanged({
    name: 'console',
    inputs: ['admin-ui', 'dist/openapi.json', 'scripts/precompress.mjs'],
    output: 'admin-ui/dist',
    make: () => {
      say('console …');
      runOrExit('npm', ['--workspace', 'admin-ui', 'run', 'build'], { quiet });
      const { plain, brotli } = precompress(join(root, 'admin-ui', 'dist'));
      if (!quiet) say(`console: ${Math.round(plain / 1024)} KB, ${Math.round(brotli / 1024)} KB compressed`);
    },
  });
}
