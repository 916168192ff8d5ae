// What a form needs to offer content for editing: labels, kinds of editor, limits, choices, where references lead.

import type { ChoiceModel, ContentFieldModel, ContentModel, ContentType } from '../../model/content-model.js';
import { describedField } from './content-names.js';

/** One JSON document: the content with files in order, then the parts and choices they are made of, by name. */
export function emitEditors(contents: readonly (ContentModel | ChoiceModel)[]): string {
  const files = contents.filter(
    (each): each is ContentModel => each.kind === 'content' && each.source !== '',
  );
  const parts = contents.filter(
    (each) => each.kind === 'choice' || (each.source === '' && each.tiled === undefined),
  );
  const document = {
    files: files.map((content) => ({
      file: `${content.source}.json`,
      list: !content.single,
      ...describeContent(content),
    })),
    parts: parts.map((part) => (part.kind === 'choice' ? describeChoice(part) : describeContent(part))),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function describeContent(content: ContentModel): object {
  const { name, fields } = content;
  return {
    name,
    label: labelOf(name),
    description: content.doc,
    ...(content.unread ? { unread: true } : {}),
    fields: fields.map(describeField),
  };
}

function describeChoice({ name, doc, cases }: ChoiceModel): object {
  return {
    name,
    label: labelOf(name),
    description: doc,
    cases: cases.map((each) => ({ kind: each.name, label: labelOf(each.name), part: each.declaration.name })),
  };
}

function describeField(field: ContentFieldModel): object {
  const { name, optional, type, defaultValue, unit, editor, limits } = field;
  return {
    name,
    label: labelOf(name, unit),
    description: describedField(field),
    ...(field.unread ? { unread: true } : {}),
    required: !optional,
    editor,
    ...(defaultValue === undefined ? {} : { default: defaultValue }),
    ...(unit === '' ? {} : { unit }),
    ...limitsOf(type),
    ...Object.fromEntries(limits.map(({ relation, field: other }) => [`${relation}Field`, other])),
  };
}

function limitsOf(type: ContentType): object {
  switch (type.kind) {
    case 'id':
    case 'integer':
      return { min: type.min, max: type.max, step: 1 };
    case 'number':
    case 'seconds':
      return { min: type.min, max: type.max };
    case 'text':
      return { lengthMin: type.lengthMin, lengthMax: type.lengthMax };
    case 'enum':
      return {
        options: type.declaration.members.map(({ name, doc }) => ({
          value: name,
          label: labelOf(name),
          description: doc,
        })),
      };
    case 'ref':
      return { ref: type.target };
    case 'part':
    case 'choice':
      return { part: type.declaration.name };
    case 'list':
      return {
        countMin: type.countMin,
        countMax: type.countMax,
        element: { type: type.element.kind, ...limitsOf(type.element) },
      };
    case 'key':
    case 'bool':
      return {};
  }
}

/** `priceCoins` → `Price coins`; a unit at the end of the name is shown beside the field instead: `rangeM` → `Range`. */
function labelOf(name: string, unit = ''): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(' ');
  const last = words.at(-1)!.toLowerCase();
  const endings: Readonly<Record<string, string>> = {
    m: 'm',
    mps: 'm/s',
    seconds: 's',
    grams: 'g',
    coins: 'coins',
  };
  if (unit !== '' && words.length > 1 && endings[last] === unit) words.pop();
  const text = words.join(' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
