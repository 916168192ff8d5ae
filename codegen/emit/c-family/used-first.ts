// Declarations in an order in which each stands behind those it uses, as C++ wants it; else in the order of the file.

import type { DeclarationModel, FieldModel } from '../../model/schema-model.js';

/** Of the same file only. */
export function usedFirst(declarations: readonly DeclarationModel[]): DeclarationModel[] {
  const ordered = new Set<DeclarationModel>();
  const place = (declaration: DeclarationModel): void => {
    if (ordered.has(declaration) || !declarations.includes(declaration)) return;
    for (const used of usedBy(declaration)) place(used);
    ordered.add(declaration);
  };
  for (const declaration of declarations) place(declaration);
  return [...ordered];
}

/** What the declaration's fields are made of. The schema has no circles. */
export function usedBy(declaration: DeclarationModel): DeclarationModel[] {
  if (declaration.kind === 'record')
    return declaration.groups.flatMap((group) => group.fields.flatMap(ofField));
  if (declaration.kind === 'struct' || declaration.kind === 'packet')
    return declaration.fields.flatMap(ofField);
  if (declaration.kind === 'union') return declaration.cases.flatMap((each) => each.declaration ?? []);
  if (declaration.kind === 'bits') {
    return declaration.fields.flatMap(({ value }) => (value.kind === 'enum' ? [value.declaration] : []));
  }
  return [];
}

function ofField({ type }: FieldModel): DeclarationModel[] {
  const element = type.kind === 'array' ? type.element : type;
  return 'declaration' in element ? [element.declaration] : [];
}
