// Names in generated TypeScript that follow from names in the schema.

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export const idName = (packet: string): string => `${lowerFirst(packet)}Id`;
export const sizeMaxName = (type: string): string => `${lowerFirst(type)}SizeMax`;
export const presenceName = (field: string): string => `has${upperFirst(field)}`;
export const countName = (field: string): string => `${field}Count`;
export const lengthName = (field: string): string => `${field}Length`;
export const maskName = (record: string): string => `${record}Mask`;
/** Of a list of delta records: which rows travel, which groups of each, and what the receiver holds. */
export const placesName = (field: string): string => `${field}Places`;
export const masksName = (field: string): string => `${field}Masks`;
export const baselineName = (field: string): string => `${field}Baseline`;
export const columnsName = (record: string): string => `${record}Columns`;
/** Of a union: the enum of its tags. */
export const kindName = (union: string): string => `${union}Kind`;
export const quantizeName = (record: string, field: string): string =>
  `quantize${record}${upperFirst(field)}`;
export const dequantizeName = (record: string, field: string): string =>
  `dequantize${record}${upperFirst(field)}`;

/** `0x1f` */
export function hex(value: number, digits = 2): string {
  return `0x${value.toString(16).padStart(digits, '0')}`;
}

/**
 * The bit of a group in `mask`, or 0. It stands there as a number: looking it up in the record's mask object took a fifth
 * of the time that decoding a snapshot takes.
 */
export function groupBit(mask: string, group: { readonly name: string }, groups: readonly unknown[]): string {
  return `(${mask} & ${hex(2 ** groups.indexOf(group))} /* ${group.name} */)`;
}

/** The names one generated function has taken. */
export class LocalNames {
  readonly #taken = new Set(['at', 'data', 'end', 'message', 'out', 'start', 'value', ...loopVariables]);

  /** The wanted name, or with its owner before it (`stateX`), or with underscores behind: the first that is free. */
  take(wanted: string, owner = 'message'): string {
    const owned = owner === 'message' ? wanted : `${owner}${upperFirst(wanted)}`;
    let name = this.#isFree(wanted) ? wanted : owned;
    while (!this.#isFree(name)) name += '_';
    this.#taken.add(name);
    return name;
  }

  #isFree(name: string): boolean {
    return !this.#taken.has(name) && !reservedWords.has(name);
  }
}

/** By depth of nested arrays. */
export const loopVariables = ['i', 'j', 'k', 'l', 'm', 'n'] as const;

/** `entities` → `entity`, `steps` → `step`; the name for one element. */
export function singular(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return plural.endsWith('s') && plural.length > 1 ? plural.slice(0, -1) : `${plural}Item`;
}

const reservedWords = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);
