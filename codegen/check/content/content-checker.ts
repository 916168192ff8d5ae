// All content of a schema: each record checked once, parts before what they are part of, circles refused.

import type { ChoiceModel, ContentModel } from '../../model/content-model.js';
import type { EnumModel } from '../../model/schema-model.js';
import type { ChoiceSyntax, ContentSyntax, Name } from '../../syntax/syntax-tree.js';
import type { SourceText } from '../../text/source-text.js';
import { checkChoice, checkContent } from './check-content.js';
import type { ContentNames } from './content-types.js';
import type { Declared, Scope } from '../scope/scope.js';

type Syntax = ContentSyntax | ChoiceSyntax;

export class ContentChecker implements ContentNames {
  readonly #checked = new Map<Syntax, ContentModel | ChoiceModel>();
  readonly #open: Syntax[] = [];
  readonly #claims = new Map<string, string>();

  constructor(
    readonly scope: Scope,
    readonly enumByName: (source: SourceText, name: Name) => EnumModel | undefined,
  ) {}

  check(syntax: Syntax, file: string): ContentModel | ChoiceModel {
    const known = this.#checked.get(syntax);
    if (known !== undefined) return known;
    this.#open.push(syntax);
    const model =
      syntax.kind === 'content'
        ? checkContent(this.scope, syntax, file, this)
        : checkChoice(this.scope, syntax, file, this);
    this.#open.pop();
    this.#checked.set(syntax, model);
    if (model.kind === 'content') this.#claim(syntax, model);
    return model;
  }

  contentByName(source: SourceText, name: Name): ContentModel | ChoiceModel | undefined {
    const declared: Declared | undefined = this.scope.declarations.get(name.text);
    if (declared?.syntax.kind !== 'content' && declared?.syntax.kind !== 'choice') return undefined;
    const { syntax, file } = declared as { syntax: Syntax; file: Declared['file'] };
    const start = this.#open.indexOf(syntax);
    if (start < 0) return this.check(syntax, file.name);
    const circle = [...this.#open.slice(start), syntax].map((each) => each.name.text).join(' → ');
    this.scope.report(
      source,
      name.span,
      `'${name.text}' would contain itself: ${circle}`,
      'refer to it by key',
    );
    return undefined;
  }

  /** Two records cannot lie in one file, nor two classes of objects bear one name. */
  #claim(syntax: Syntax, { name, source, tiled }: ContentModel): void {
    if (source === '' && tiled === undefined) return;
    const claim =
      tiled === undefined
        ? `"${source}" holds`
        : tiled.use === 'object'
          ? `objects of class "${tiled.className}" are`
          : `what a ${tiled.use} says is`;
    const owner = this.#claims.get(claim);
    if (owner !== undefined)
      this.scope.report(syntax.source, syntax.name.span, `${claim} '${owner}' already`);
    this.#claims.set(claim, name);
  }
}
