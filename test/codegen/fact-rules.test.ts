// What a schema may say of facts, and what it is told when it says something else.

import { describe, expect, it } from '@jest/globals';
import { canonicalForm } from '#codegen/hash/canonical-form.js';
import { errorsOf, schemaOf } from './support/schema-text.js';

const fact = (clauses: string, fields = '  actor\n  subject'): string =>
  `enum E : u8 {\n  a = 1\n}\nenum Wide : u16 {\n  a = 1\n}\n/// It happened.\nfact F = 1 ${clauses} {\n${fields}\n}`;

describe('facts', () => {
  it.each([
    [
      'are told to whom they name',
      'told actor, subject, seeing, party, map, operators durable',
      undefined,
      [],
    ],
    ['are told to nobody', 'durable told nobody', undefined, []],
    ['may carry nothing', 'told operators', '', []],
    [
      'say to whom they are told',
      'durable',
      undefined,
      ["8:6 the fact 'F' does not say who is told | as in 'told subject, seeing', or 'told nobody'"],
    ],
    [
      'know who can be told',
      'told actor, seing',
      undefined,
      ["8:24 'seing' names nobody who could be told | did you mean 'seeing'?"],
    ],
    [
      'are told to nobody or to somebody',
      'told nobody, actor',
      undefined,
      ["8:17 'nobody' stands alone | leave it out, or all others"],
    ],
    [
      'name each audience once',
      'told actor, actor',
      undefined,
      ["8:24 the audience 'actor' is already there, in line 8"],
    ],
    [
      'carry what their audience is found by',
      'told subject, map',
      '  amount',
      [
        "8:17 'subject' cannot be found from 'F' | add 'subject' to its numbers",
        "8:26 'map' cannot be found from 'F' | add 'map' or 'subject' or 'actor' to its numbers",
      ],
    ],
    [
      'that are durable name somebody',
      'told nobody durable',
      '  amount',
      [
        "8:6 the durable fact 'F' names nobody | add 'actor' or 'subject': the journal files it under a character",
      ],
    ],
    [
      'know their clauses',
      'told actor durabel',
      undefined,
      ["8:23 'durabel' is no clause of a fact | did you mean 'durable'?"],
    ],
    ['say each clause once', 'told actor told subject', undefined, ["8:23 'told' stands twice"]],
    [
      'carry numbers of known roles',
      'told actor',
      '  actor\n  amout',
      ["10:3 'amout' is no role of a fact's number | did you mean 'amount'?"],
    ],
    [
      'carry each role once',
      'told actor',
      '  actor\n  actor',
      ["10:3 the role 'actor' is already there, in line 9"],
    ],
    ['name the enum of an outcome', 'told actor', '  actor\n  outcome: E', []],
    [
      'have no outcome without an enum',
      'told actor',
      '  actor\n  outcome',
      ["10:3 'outcome' does not say of which enum it is | as in 'outcome: CombatOutcome'"],
    ],
    [
      'have no number with an enum',
      'told actor',
      '  actor\n  amount: E',
      ["10:11 'amount' is a number and takes no enum"],
    ],
    [
      'have outcomes of one byte',
      'told actor',
      '  actor\n  outcome: Wide',
      ["10:12 Wide needs 2 bytes, 'outcome' has one"],
    ],
    [
      'know the enum',
      'told actor',
      '  actor\n  reason: Q',
      ["10:11 no enum is named 'Q' | did you mean 'E'?"],
    ],
  ])('%s', (_, clauses, fields, errors) => {
    expect(errorsOf(fact(clauses, fields))).toEqual(errors);
  });

  it('are described', () => {
    expect(errorsOf('fact F = 1 told nobody {\n}')).toEqual([
      "1:6 the fact 'F' is not described | say what happened in a '///' above: readers of the journal have nothing else",
    ]);
  });

  it('have numbers of their own, in one byte', () => {
    const text = '/// A.\nfact A = 7 told nobody {\n}\n/// B.\nfact B = 3 + 4 told nobody {\n}\n';
    expect(errorsOf(text)).toEqual(["5:10 the number 7 belongs to 'A' already"]);
    expect(errorsOf('/// A.\nfact A = 256 told nobody {\n}')).toEqual([
      "2:10 a fact's number must lie in 1 .. 255, not 256",
    ]);
  });

  it('stand in files of their own', () => {
    const text = '/// A.\nfact A = 1 told nobody {\n}\nstruct S {\n  a: u8\n}';
    expect(errorsOf(text)).toEqual([
      '4:8 a struct stands among facts | facts stand in a file of their own, with enums and constants',
    ]);
  });

  it('are no types', () => {
    const files = {
      'a.tos': '/// A.\nfact A = 1 told nobody {\n}',
      'b.tos': 'packet P = 1 internal {\n  a: A\n}',
    };
    expect(errorsOf(files)).toEqual(["b.tos:2:6 'A' is a fact, not a type"]);
  });

  it('change nothing on the wire', () => {
    const wire = 'enum E : u8 {\n  a = 1\n}';
    const alone = canonicalForm(schemaOf({ 'a.tos': wire }));
    const facts = '/// A.\nfact A = 1 told nobody {\n  reason: E\n}';
    expect(canonicalForm(schemaOf({ 'a.tos': wire, 'b.tos': facts }))).toBe(alone);
  });
});
