// What writing and reading a list of fields have in common: runs of fixed width, optional fields, loops over arrays, and
// nested structs and records, which are written out in place: calling a function for each took longer than what it did.

import type {
  ArrayType,
  BitsModel,
  DeltaListType,
  ElementType,
  FieldModel,
  FieldType,
  RecordModel,
  StructModel,
  UnionModel,
} from '../../model/schema-model.js';
import { presenceBytes, typeSize } from '../../model/wire-size.js';
import { groupBit, LocalNames, loopVariables, presenceName, singular, upperFirst } from './derived-names.js';
import { FixedRun } from './fixed-run.js';
import type { Form } from './type-names.js';

/** What becomes an object inside the message. */
type Nested = BitsModel | StructModel | UnionModel | RecordModel;
type NestedType = Extract<ElementType, { declaration: Nested }>;
export type PlainType = Exclude<FieldType, NestedType | ArrayType | DeltaListType>;
export type PlainElement = Exclude<ElementType, NestedType>;

export abstract class FieldWalk {
  readonly #lines: string[] = [];
  readonly #names = new LocalNames();
  #depth = 0;
  protected readonly run: FixedRun;
  /** The local that holds the message, struct or record at hand. */
  protected owner = 'message';
  protected form: Form = 'physical';
  /** The columns of the rows at hand by the names of their fields, as locals; undefined outside of delta lists. */
  protected columns: ReadonlyMap<string, string> | undefined;

  protected constructor(direction: 'encode' | 'decode', boundsChecked: boolean) {
    this.run = new FixedRun(direction, boundsChecked);
  }

  /** Of the message itself, or of the owner at hand. */
  fields(fields: readonly FieldModel[]): void {
    const optionals = fields.filter((field) => field.optional);
    if (optionals.length > 0) this.presence(optionals, presenceBytes(optionals.length));
    for (const { name, optional, type } of fields) {
      if (optional) this.block(`if (${this.owner}.${presenceName(name)})`, () => this.#field(name, type));
      else this.#field(name, type);
    }
  }

  record(record: RecordModel): void {
    this.form = 'raw';
    const mask = this.take('mask');
    this.mask(record, mask);
    for (const group of record.groups) {
      this.block(`if (${groupBit(mask, group, record.groups)} !== 0)`, () => this.fields(group.fields));
    }
  }

  union(union: UnionModel): void {
    const tag = this.tag(union);
    for (const { name, tag: value, declaration } of union.cases) {
      if (declaration === undefined) continue;
      this.block(`if (${tag} === ${value})`, () => this.#nested(this.property(name), declaration));
    }
  }

  /** The code. Nothing can be added afterwards. */
  finish(): string[] {
    this.endRun();
    return this.#lines;
  }

  protected abstract presence(optionals: readonly FieldModel[], bytes: number): void;
  protected abstract mask(record: RecordModel, local: string): void;
  /** Of the owner. */
  abstract bits(bits: BitsModel): void;
  /** The tag of the owner, as the local that holds it. */
  protected abstract tag(union: UnionModel): string;
  protected abstract plainField(name: string, type: PlainType): void;
  protected abstract deltaList(name: string, type: DeltaListType): void;
  /** The count of what is capped, as the local that holds it. */
  protected abstract count(name: string, cap: number): string;
  /** The check of all bytes that an array takes, at least, before its loop. */
  protected abstract arrayBounds(bytes: string): string;
  /** One element, at the loop's index. */
  protected abstract plainElement(array: string, index: string, element: PlainElement): void;

  /** Adds code. What a pending run needs may be added while it is pending: the run's own code follows. */
  protected push(...lines: string[]): void {
    this.#lines.push(...lines);
  }

  protected endRun(): void {
    this.#lines.push(...this.run.flush());
  }

  protected take(wanted: string): string {
    return this.#names.take(wanted, this.owner);
  }

  /** Where the value of a field lies: in the owner, or in a column at the row at hand. */
  protected member(name: string): string {
    const column = this.columns?.get(name);
    return column === undefined ? `${this.owner}.${name}` : `${column}[place]`;
  }

  /** A local for the value of a field. */
  protected property(name: string): string {
    const local = this.take(name);
    this.push(`const ${local} = ${this.member(name)}${this.columns === undefined ? '' : '!'};`);
    return local;
  }

  /** A local for a property of an object that another local holds. */
  protected propertyOf(object: string, name: string, wanted: string): string {
    const local = this.take(wanted);
    this.push(`const ${local} = ${object}.${name};`);
    return local;
  }

  /** Locals for columns of `object` by their names; those of the masks are called `mask`. */
  protected columnsOf(object: string, names: readonly string[], wanted: string): Map<string, string> {
    return new Map(
      names.map((name) => [name, this.propertyOf(object, name, `${wanted}${upperFirst(name)}`)]),
    );
  }

  /** The variable for a loop at this place. */
  protected get index(): string {
    const variable = loopVariables[this.#depth];
    if (variable === undefined) throw new Error('arrays are nested too deeply for straight-line code');
    return variable;
  }

  #field(name: string, type: FieldType): void {
    if (type.kind === 'array') this.#array(name, type);
    else if (type.kind === 'deltaList') this.deltaList(name, type);
    else if (isNested(type)) this.#nested(this.property(name), type.declaration);
    else this.plainField(name, type);
  }

  #nested(local: string, declaration: Nested): void {
    const { owner, form } = this;
    this.owner = local;
    this.form = 'physical';
    if (declaration.kind === 'struct') this.fields(declaration.fields);
    else if (declaration.kind === 'bits') this.bits(declaration);
    else if (declaration.kind === 'union') this.union(declaration);
    else this.record(declaration);
    this.owner = owner;
    this.form = form;
  }

  #array(name: string, type: ArrayType): void {
    const count = type.capped ? this.count(name, type.size) : String(type.size);
    this.endRun();
    const { element } = type;
    const { min, max } = typeSize(element);
    const { boundsChecked } = this.run;
    if (!boundsChecked) {
      const bytes = this.arrayBounds(min === 1 ? count : `${count} * ${min}`);
      if (min === max || this.run.direction === 'decode') this.push(bytes);
    }
    const local = this.property(name);
    // Elements of fixed size have been checked all together.
    this.run.boundsChecked = boundsChecked || min === max;
    this.loop(count, (index) => {
      if (!isNested(element)) this.plainElement(local, index, element);
      else {
        const item = this.take(singular(name));
        this.push(`const ${item} = ${local}[${index}]!;`);
        this.#nested(item, element.declaration);
      }
    });
    this.run.boundsChecked = boundsChecked;
  }

  /** A loop whose body may hold arrays of its own. */
  protected loop(count: string, content: (index: string) => void): void {
    const { index } = this;
    this.#depth++;
    this.block(`for (let ${index} = 0; ${index} < ${count}; ${index}++)`, () => content(index));
    this.#depth--;
  }

  /** `head { … }`; no run reaches over a brace. */
  protected block(head: string, content: () => void): void {
    this.endRun();
    this.push(`${head} {`);
    content();
    this.endRun();
    this.push('}');
  }
}

function isNested(type: FieldType): type is NestedType {
  return type.kind === 'struct' || type.kind === 'bits' || type.kind === 'union' || type.kind === 'record';
}
