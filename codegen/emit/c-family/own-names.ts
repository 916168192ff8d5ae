// Names of fields and members in a target language: the schema's, with an underscore where the language or the generated code
// has taken the name already.

export class OwnNames {
  readonly #reserved: ReadonlySet<string>;

  constructor(
    reserved: string,
    readonly convert: (name: string) => string = (name) => name,
  ) {
    this.#reserved = new Set(reserved.split(' '));
  }

  /** `owner` is the type that the name belongs to; its own name is taken in some languages. */
  of(name: string, owner = ''): string {
    const converted = this.convert(name);
    return this.#reserved.has(converted) || converted === owner ? `${converted}_` : converted;
  }
}
