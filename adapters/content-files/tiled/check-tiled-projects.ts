// Tiled leaves out of maps and tilesets what equals the default of a class. A project whose classes have other defaults
// than the game would make a map without walls of one that shows them, so such a project is refused.

import { z } from 'zod';
import { checkShape, reasonFor } from '../json/check-shape.js';
import { FileProblems } from '../json/content-problem.js';
import type { ContentProblem } from '../json/content-problem.js';
import { readJson } from '../json/read-json.js';
import { tiledClasses, type TiledMember } from './tiled-project.js';

const project = z.looseObject({
  propertyTypes: z
    .array(
      z.looseObject({
        name: z.string(),
        type: z.string(),
        useAs: z.array(z.string()).default([]),
        members: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).default([]),
      }),
    )
    .default([]),
});

export async function checkTiledProject(folder: string, file: string, all: ContentProblem[]): Promise<void> {
  const problems = new FileProblems(file, all);
  const document = await readJson(folder, problems);
  const read = document && checkShape(document.value, project, problems);
  read?.propertyTypes.forEach((each, index) => {
    if (each.type !== 'class') return;
    const declared = membersFor(each.name, each.useAs);
    each.members.forEach((member, at) => {
      const own = declared.find(({ name }) => name === member.name);
      if (own === undefined || own.value === member.value) return;
      problems.add(
        ['propertyTypes', index, 'members', at, 'value'],
        `${reasonFor(member.value)} by default, which Tiled writes into no file`,
        `${JSON.stringify(own.value)}, and the value on each ${each.useAs.join(' or ')} itself`,
      );
    });
  });
}

function membersFor(name: string, useAs: readonly string[]): readonly TiledMember[] {
  return tiledClasses
    .filter((own) =>
      own.useAs.includes('object') ? own.name === name : own.useAs.some((use) => useAs.includes(use)),
    )
    .flatMap(({ members }) => members);
}
