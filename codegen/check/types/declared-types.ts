// What checks of types ask about types declared elsewhere.

import type { ElementType } from '../../model/schema-model.js';
import type { TypeSyntax } from '../../syntax/syntax-tree.js';
import type { SourceText } from '../../text/source-text.js';

/** Finds the checked form of a declared type; reports and returns undefined for cycles and files that may not be used. */
export type DeclaredTypes = (
  source: SourceText,
  type: TypeSyntax & { kind: 'named' },
) => ElementType | undefined;
