// All files of a schema together: from syntax to the checked model. Reports everything it finds before it refuses.

import type { ChoiceModel, ContentModel } from '../model/content-model.js';
import type { FactModel } from '../model/fact-model.js';
import type { FrameModel } from '../model/frame-model.js';
import type {
  BitsModel,
  DeclarationModel,
  ElementType,
  EnumModel,
  FileModel,
  GroupModel,
  PacketModel,
  RecordModel,
  Schema,
  StructModel,
  UnionModel,
} from '../model/schema-model.js';
import { fieldsSize, recordSize } from '../model/wire-size.js';
import type { DeclarationSyntax, FileSyntax, Name, RecordSyntax, TypeSyntax } from '../syntax/syntax-tree.js';
import type { Diagnostics } from '../text/diagnostic.js';
import { nameHint } from '../text/nearest-name.js';
import type { SourceText } from '../text/source-text.js';
import { checkBits } from './types/check-bits.js';
import { ContentChecker } from './content/content-checker.js';
import type { ColumnTypes } from './check-columns.js';
import { checkDelta } from './check-delta.js';
import { refuseDeltaLists, refuseOptionalDeltaLists } from './types/check-delta-list.js';
import { checkEnum } from './types/check-enum.js';
import { checkFact, checkFactNumbers } from './check-fact.js';
import { checkFrame } from './check-frame.js';
import { checkFieldNames, checkFields, checkFieldTypes } from './types/check-fields.js';
import { checkGroupNotes } from './scope/check-notes.js';
import { checkPacket } from './check-packet.js';
import { checkReserved } from './scope/check-notes.js';
import { checkSources } from './scope/check-sources.js';
import { checkUnion } from './types/check-union.js';
import { checkStored } from './check-stored.js';
import { checkFileReferences, checkPacketIds, isInternalFile } from './check-whole.js';
import { checkMemberName, checkTypeName, checkUnique } from './scope/names.js';
import { Scope, type Declared } from './scope/scope.js';

type TypeModel = EnumModel | BitsModel | StructModel | UnionModel | RecordModel;

const groupsMax = 32;

/** Undefined when anything was reported. */
export function checkSchema(
  files: readonly FileSyntax[],
  diagnostics: Diagnostics,
  columns?: ColumnTypes,
): Schema | undefined {
  const checker = new SchemaChecker(new Scope(files, diagnostics), columns);
  const withoutFrames = files.map((file) => checker.checkFile(file));
  const models = withoutFrames.map((model, i) => ({ ...model, frames: checker.checkFrames(files[i]!) }));
  checkSources(checker.scope, files);
  const reservedIds = models.flatMap((model) => model.reservedIds);
  checkPacketIds(checker.scope, files, checker.packets, reservedIds);
  checkFileReferences(checker.scope, files);
  const facts = models.flatMap((model) => model.facts);
  checkFactNumbers(checker.scope, files, facts);
  return diagnostics.any ? undefined : { files: models };
}

class SchemaChecker {
  readonly packets = new Map<DeclarationSyntax, PacketModel>();
  readonly #types = new Map<DeclarationSyntax, TypeModel | undefined>();
  /** The structs and records being checked, outermost first: meeting one of them again is a circle. */
  readonly #open: DeclarationSyntax[] = [];

  readonly #contents: ContentChecker;

  constructor(
    readonly scope: Scope,
    readonly columns: ColumnTypes | undefined,
  ) {
    this.#contents = new ContentChecker(scope, this.#enumByName);
  }

  checkFile(file: FileSyntax): FileModel {
    const declarations: DeclarationModel[] = [];
    for (const syntax of file.declarations) {
      const model = this.#checkDeclaration(syntax, file);
      if (model !== undefined) declarations.push(model);
    }
    const reserved = file.reserved;
    const reservedIds = checkReserved(this.scope, file.source, reserved, 'a reserved id', [1, 255]);
    return {
      name: file.name,
      doc: file.doc,
      internal: isInternalFile(file),
      declarations,
      contents: this.#checkContents(file),
      facts: this.#checkFacts(file),
      frames: [],
      reservedIds,
    };
  }

  /** After all files: a frame stands on records and packets of any of them. */
  checkFrames(file: FileSyntax): FrameModel[] {
    const parts = {
      record: (name: Name) => {
        const type = this.#typeByName(file.source, name, 'record');
        return type?.kind === 'record' ? type.declaration : undefined;
      },
      packet: (name: Name) => this.packets.get(this.scope.declarations.get(name.text)!.syntax),
      declaredTypes: this.#declaredType,
      columns: this.columns,
    };
    return file.declarations.flatMap((syntax) =>
      syntax.kind === 'frame' ? (checkFrame(this.scope, syntax, file.name, parts) ?? []) : [],
    );
  }

  #checkContents(file: FileSyntax): (ContentModel | ChoiceModel)[] {
    return file.declarations.flatMap((syntax) =>
      syntax.kind === 'content' || syntax.kind === 'choice' ? [this.#contents.check(syntax, file.name)] : [],
    );
  }

  #checkFacts(file: FileSyntax): FactModel[] {
    return file.declarations.flatMap((syntax) =>
      syntax.kind === 'fact'
        ? [checkFact(this.scope, syntax, file.name, (name) => this.#enumByName(syntax.source, name))]
        : [],
    );
  }

  #checkDeclaration(syntax: DeclarationSyntax, file: FileSyntax): DeclarationModel | undefined {
    switch (syntax.kind) {
      case 'const': {
        checkTypeName(this.scope, syntax.source, syntax.name, 'a const');
        const value = this.scope.evaluate(syntax.source, syntax.value);
        return value && { kind: 'const', name: syntax.name.text, doc: syntax.doc, file: file.name, value };
      }
      case 'packet': {
        refuseOptionalDeltaLists(this.scope, syntax.source, syntax.fields);
        const fields = checkFields(this.scope, syntax.source, syntax.fields, this.#declaredType);
        const model = checkPacket(this.scope, syntax, file.name, fields);
        checkStored(this.scope, syntax, model);
        this.packets.set(syntax, model);
        return model;
      }
      case 'content':
      case 'choice':
      case 'fact':
      case 'frame':
        return undefined;
      default:
        return this.#checkType({ syntax, file });
    }
  }

  readonly #declaredType = (
    source: SourceText,
    type: TypeSyntax & { kind: 'named' },
  ): ElementType | undefined => {
    const declared = this.scope.declarations.get(type.name.text)!;
    const circleStart = this.#open.indexOf(declared.syntax);
    if (circleStart >= 0) {
      const circle = [...this.#open.slice(circleStart), declared.syntax].map((syntax) => syntax.name.text);
      this.scope.report(
        source,
        type.name.span,
        `'${type.name.text}' would contain itself: ${circle.join(' → ')}`,
      );
      return undefined;
    }
    const declaration = this.#checkType(declared);
    if (declaration === undefined) return undefined;
    return elementOf(declaration);
  };

  #checkType(declared: Declared): TypeModel | undefined {
    const { syntax } = declared;
    if (!this.#types.has(syntax)) {
      this.#open.push(syntax);
      this.#types.set(syntax, this.#buildType(declared));
      this.#open.pop();
    }
    return this.#types.get(syntax);
  }

  #buildType({ syntax, file }: Declared): TypeModel | undefined {
    if (syntax.kind === 'const' || syntax.kind === 'packet') return undefined;
    if (syntax.kind === 'content' || syntax.kind === 'choice') return undefined;
    if (syntax.kind === 'fact' || syntax.kind === 'frame') return undefined;
    checkTypeName(this.scope, syntax.source, syntax.name, `a ${syntax.kind}`);
    const base = { name: syntax.name.text, doc: syntax.doc, file: file.name };
    if (syntax.kind === 'struct') {
      if (syntax.fields.length === 0) {
        this.scope.report(syntax.source, syntax.name.span, `the struct '${syntax.name.text}' has no fields`);
      }
      refuseDeltaLists(this.scope, syntax.source, syntax.fields);
      const fields = checkFields(this.scope, syntax.source, syntax.fields, this.#declaredType);
      return { kind: 'struct', ...base, fields, size: fieldsSize(fields) };
    }
    if (syntax.kind === 'record') {
      const groups = this.#checkGroups(syntax);
      const maskBytes = groups.length <= 8 ? 1 : groups.length <= 16 ? 2 : 4;
      const size = recordSize(maskBytes, groups);
      const delta = syntax.delta !== undefined;
      const record: RecordModel = { kind: 'record', ...base, groups, maskBytes, size, delta };
      checkDelta(this.scope, syntax, record);
      return record;
    }
    if (syntax.kind === 'bits') {
      return checkBits(this.scope, syntax, file.name, (name) => {
        return this.#enumByName(syntax.source, name);
      });
    }
    if (syntax.kind === 'union') {
      return checkUnion(this.scope, syntax, file.name, (name) => {
        const type = this.#typeByName(syntax.source, name, 'struct');
        return type?.kind === 'struct' ? type.declaration : undefined;
      });
    }
    return checkEnum(this.scope, syntax, file.name);
  }

  readonly #enumByName = (source: SourceText, name: Name): EnumModel | undefined => {
    const type = this.#typeByName(source, name, 'enum');
    return type?.kind === 'enum' ? type.declaration : undefined;
  };

  /** Undefined when it is reported that no such declaration is of that kind. */
  #typeByName(source: SourceText, name: Name, kind: 'enum' | 'struct' | 'record'): ElementType | undefined {
    const declared = this.scope.declarations.get(name.text);
    if (declared?.syntax.kind === kind) {
      return this.#declaredType(source, { kind: 'named', name, span: name.span });
    }
    const hint = nameHint(name.text, this.scope.namesOf(kind));
    this.scope.report(source, name.span, `no ${kind} is named '${name.text}'`, hint);
    return undefined;
  }

  #checkGroups(syntax: RecordSyntax): GroupModel[] {
    const { source } = syntax;
    const names = syntax.groups.map((group) => group.name);
    checkUnique(this.scope, source, names, 'group');
    if (names.length === 0) this.scope.report(source, syntax.name.span, 'a record needs at least one group');
    if (names.length > groupsMax) {
      this.scope.report(source, names[groupsMax]!.span, `a record has at most ${groupsMax} groups`);
    }
    // All groups share one class, so their fields share one name space.
    const allFields = syntax.groups.flatMap((group) => group.fields);
    checkFieldNames(this.scope, source, allFields);
    refuseDeltaLists(this.scope, source, allFields);
    return syntax.groups.map((group, bit) => {
      checkMemberName(this.scope, source, group.name, 'a group');
      if (group.fields.length === 0) {
        this.scope.report(source, group.name.span, `the group '${group.name.text}' has no fields`);
      }
      for (const field of group.fields) {
        if (!field.optional) continue;
        const hint = 'put it into a group of its own';
        this.scope.report(source, field.name.span, 'a field of a record cannot be optional', hint);
      }
      const fields = checkFieldTypes(this.scope, source, group.fields, this.#declaredType);
      return {
        name: group.name.text,
        doc: group.doc,
        bit,
        fields,
        ...checkGroupNotes(this.scope, source, group),
      };
    });
  }
}

function elementOf(declaration: TypeModel): ElementType {
  switch (declaration.kind) {
    case 'struct':
      return { kind: 'struct', declaration };
    case 'union':
      return { kind: 'union', declaration };
    case 'record':
      return { kind: 'record', declaration };
    case 'bits':
      return { kind: 'bits', declaration };
    default:
      return { kind: declaration.kind, declaration };
  }
}
