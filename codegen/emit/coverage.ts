// Emitters for tests and tools may lag behind the language: what they do not know yet they leave out and say so, while
// the codecs themselves must know everything. Tests see to it that no packet of the game is left out.

import type { DeclarationModel, FieldType, FileModel, Schema, FieldModel } from '../model/schema-model.js';

class NotCovered extends Error {}

/** For the `default` of a switch over kinds. */
export function notCovered(what: { readonly kind: string }): never {
  throw new NotCovered(what.kind);
}

export interface Covered {
  /** What `emit` gave for each declaration that it knows, in the order of the file. */
  readonly parts: readonly string[];
  /** `Name: kind`, for each declaration that was left out. */
  readonly leftOut: readonly string[];
}

/** By file. Within each, what a declaration is made of stands before it. Who uses what was left out is left out too. */
export function coverSchema(
  schema: Schema,
  emit: (declaration: DeclarationModel) => string,
): ReadonlyMap<FileModel, Covered> {
  const missing = new Set<string>();
  const covered = new Map(
    schema.files.map((file) => [file.name, { file, parts: [] as string[], leftOut: [] as string[] }]),
  );
  for (const declaration of inOrderOfUse(schema)) {
    const { parts, leftOut } = covered.get(declaration.file)!;
    try {
      for (const name of referencesOf(declaration)) if (missing.has(name)) throw new NotCovered(name);
      parts.push(emit(declaration));
    } catch (error) {
      if (!(error instanceof NotCovered)) throw error;
      missing.add(declaration.name);
      leftOut.push(`${declaration.name}: ${error.message}`);
    }
  }
  return new Map([...covered.values()].map(({ file, parts, leftOut }) => [file, { parts, leftOut }]));
}

export function inOrderOfUse(schema: Schema): DeclarationModel[] {
  const all = schema.files.flatMap((file) => file.declarations);
  const byName = new Map(all.map((declaration) => [declaration.name, declaration]));
  const ordered = new Set<DeclarationModel>();
  const visit = (declaration: DeclarationModel): void => {
    if (ordered.has(declaration)) return;
    for (const name of referencesOf(declaration)) visit(byName.get(name)!);
    ordered.add(declaration);
  };
  all.forEach(visit);
  return [...ordered];
}

/** Imports, one module for each file, of what `file` is made of. `exported`: what a module exports for a declaration. */
export function importLines(
  schema: Schema,
  file: FileModel,
  exported: (declaration: DeclarationModel) => string | undefined,
): string[] {
  const used = new Set(file.declarations.flatMap(referencesOf));
  return schema.files
    .filter((other) => other !== file)
    .flatMap((other) => {
      const names = other.declarations
        .filter(({ name }) => used.has(name))
        .flatMap((declaration) => exported(declaration) ?? []);
      return names.length === 0 ? [] : [`import { ${names.join(', ')} } from './${other.name}.js';`];
    });
}

/** Names of what a declaration is made of. */
function referencesOf(declaration: DeclarationModel): string[] {
  switch (declaration.kind) {
    case 'struct':
    case 'packet':
      return referencesOfFields(declaration.fields);
    case 'record':
      return declaration.groups.flatMap((group) => referencesOfFields(group.fields));
    case 'union':
      return declaration.cases.flatMap((each) => (each.declaration ? [each.declaration.name] : []));
    case 'bits':
      return declaration.fields.flatMap(({ value }) =>
        value.kind === 'enum' ? [value.declaration.name] : [],
      );
    default:
      return [];
  }
}

function referencesOfFields(fields: readonly FieldModel[]): string[] {
  return fields.flatMap((field) => {
    const type: FieldType = field.type.kind === 'array' ? field.type.element : field.type;
    return 'declaration' in type ? [type.declaration.name] : [];
  });
}
