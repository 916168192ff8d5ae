// Which schema an editor holds a content file against: the mapping in .vscode/settings.json. The rest of that file is kept.

import { isList, isSingle, type Declaration } from './content-names.js';

/** `settings` is the file as it is. */
export function emitEditorSettings(
  settings: string,
  contents: readonly Declaration[],
  schemaFolder: string,
): string {
  const files = contents.filter((each) => isList(each) || isSingle(each)) as { readonly source: string }[];
  const schemas = files.map(({ source }) => ({
    fileMatch: [`/content/${source}.json`],
    url: `./${schemaFolder}/${source}.schema.json`,
  }));
  return JSON.stringify({ ...(JSON.parse(settings) as object), 'json.schemas': schemas }, undefined, 2);
}
