// Whether this is the Node that the programs are made for. Asked before anything else of one is loaded: an older Node
// cannot even read the rest, and says so with a SyntaxError. So this file, and those that load it, use nothing new.

import { basename } from 'node:path';

/** As package.json has it for npm start. */
export const nodeMajorMin = 26;

/** Ends the process with one line where it is not. `command` is the npm script that brings its own Node along. */
export function requireNode(command: string): void {
  const fault = nodeFault(process.versions.node, command);
  if (fault === undefined) return;
  console.error(fault);
  process.exit(1);
}

export function nodeFault(version: string, command: string): string | undefined {
  if (Number(version.split('.')[0]) >= nodeMajorMin) return undefined;
  return (
    `${basename(process.argv[1] ?? 'this program')} needs Node.js ${nodeMajorMin}, and this is ${version}: ` +
    `start it with ${command}, which brings its own, or with node_modules/.bin/node`
  );
}
