// What a client codec in any language must do: the golden vectors both ways, refusals with their reasons, and agreement with the
// server's codec on random and on broken messages of every kind.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codecFaultName } from '#adapters/protocol/codec/codec-fault.js';
import { arbitraryFields } from '../../../codegen/support/arbitrary-fields.js';
import { goldenVectors, refusedVectors } from '../../../codegen/support/golden-vectors.js';
import type { Fields } from '../../../codegen/support/message-fields.js';
import { mutate } from '../../../codegen/support/mutate.js';
import { ClientProgram, missingTools, type ClientLanguage } from './client-program.js';
import { clientSchemas, isMessage, messageNamed } from './client-schemas.js';
import { wordsOf } from './message-words.js';
import { deltaCases, faultNames } from './delta-cases.js';
import { offTheSteps } from './rounding.js';
import { unsendable } from './unsendable.js';

/** A question, its right answer, and what it is about. */
interface Case {
  readonly about: string;
  readonly question: string;
  readonly answer: string;
}

/** The answer where a message is broken in several ways and any of its faults may be found first. */
const anyFault = 'any fault';
const agree = (answer: string, given: string): boolean =>
  answer === anyFault ? faultNames.has(given) : answer === given;

interface Sample {
  readonly name: string;
  readonly about: string;
  readonly fields: Fields;
  readonly bytes: Uint8Array;
}

const mutantsPerSample = 20;
const randomPerMessage = 40;
const seed = 20_231;

const scratch = new Uint8Array(70_000);

const golden: readonly Sample[] = ['handshake', 'game'].flatMap((file) => goldenVectors(file));

export function testClient(language: ClientLanguage): void {
  const missing = missingTools(language.tools);
  if (missing.length > 0) {
    it.skip(`the ${language.name} client is passed over: ${missing.join(' and ')} not installed`, () => {});
    return;
  }
  describe(`the ${language.name} client`, () => {
    let program: ClientProgram;
    beforeAll(() => {
      program = new ClientProgram(language);
    }, 120_000);
    afterAll(() => program?.close());
    const hold = (cases: readonly Case[]) => {
      const answers = program.ask(cases.map(({ question }) => question));
      const wrong = cases
        .map(({ about, question, answer }, index) => ({ about, question, answer, given: answers[index]! }))
        .filter(({ answer, given }) => !agree(answer, given));
      expect(cases.length).toBeGreaterThan(0);
      expect(wrong.slice(0, 3)).toEqual([]);
    };

    it('encodes every golden vector to exactly its bytes, and only where there is room', () =>
      hold(golden.map(encoding)));
    it('decodes every golden vector to exactly its fields', () => hold(golden.map(decoding)));
    it('refuses every malformed vector for its reason', () =>
      hold(
        refusedVectors().map(({ name, about, bytes, reason }) => ({
          about: `${name}: ${about}`,
          question: `decode ${name} ${blob(bytes)}`,
          answer: reason,
        })),
      ));
    it('takes and refuses broken messages as the server does', () =>
      hold([...golden, ...randomSamples(8)].flatMap(mutants)));
    it('agrees with the server on random messages of every kind', () => {
      const samples = randomSamples(randomPerMessage);
      hold([...samples.map(encoding), ...samples.map(decoding)]);
    });
    it('rounds, clamps and wraps numbers as the server does', () =>
      hold(randomSamples(24).flatMap(rounding)));
    it('writes and reads delta records as the server does', () =>
      hold(deltaCases(60).map((each) => ({ ...each, answer: each.answer ?? anyFault }))));
    it('encodes no message that a server would refuse', () =>
      hold(
        unsendable
          .filter(({ only }) => only === undefined || only === language.name)
          .map(({ about, question, fault }) => ({ about, question, answer: fault })),
      ));
  });
}

const blob = (bytes: Uint8Array): string => `x${Buffer.from(bytes).toString('hex')}`;

function encoding({ name, about, fields, bytes }: Sample): Case {
  const words = wordsOf(messageNamed(name).message, fields);
  return {
    about: `${name}: ${about}`,
    question: ['encode', name, ...words].join(' '),
    answer: blob(bytes),
  };
}

function decoding({ name, about, fields, bytes }: Sample): Case {
  const words = wordsOf(messageNamed(name).message, fields);
  return {
    about: `${name}: ${about}`,
    question: `decode ${name} ${blob(bytes)}`,
    answer: [blob(bytes), ...words].join(' '),
  };
}

/** The message with numbers between the steps; what the server's codec writes or why it does not. */
function rounding({ name, fields }: Sample, turn: number): Case[] {
  const { message, mapping } = messageNamed(name);
  if (message.kind === 'record') return [];
  const between = offTheSteps(message.fields, fields, turn);
  const value = mapping.create(name);
  mapping.write(value, message, between);
  const end = mapping.encode(name, value, scratch);
  const question = ['encode', name, ...wordsOf(message, between)].join(' ');
  return [
    {
      about: `${name}: numbers between the steps`,
      question,
      answer: end < 0 ? codecFaultName(end) : blob(scratch.subarray(0, end)),
    },
  ];
}

/** Broken forms of a message, with what the server's codec makes of them. */
function mutants(sample: Sample): Case[] {
  const { message, mapping } = messageNamed(sample.name);
  const decoded = mapping.create(sample.name);
  return Array.from({ length: mutantsPerSample }, (_, turn) => {
    const bytes = mutate(sample.bytes, seed + turn);
    const end = mapping.decode(sample.name, decoded, bytes);
    const words =
      end < 0
        ? [anyFault]
        : [blob(bytes.subarray(0, end)), ...wordsOf(message, mapping.read(decoded, message))];
    return {
      about: `${sample.name}: ${sample.about}, mutant ${turn}`,
      question: `decode ${sample.name} ${blob(bytes)}`,
      answer: words.join(' '),
    };
  });
}

/** The same ones at every call. Messages longer than their sender may make them are left out. */
function randomSamples(perMessage: number): Sample[] {
  return clientSchemas.flatMap(({ file, mapping }) =>
    file.declarations.filter(isMessage).flatMap((declaration) =>
      fc.sample(arbitraryFields(declaration), { numRuns: perMessage, seed }).flatMap((fields, index) => {
        const message = mapping.create(declaration.name);
        mapping.write(message, declaration, fields);
        const end = mapping.encode(declaration.name, message, scratch);
        const about = `random message ${index}`;
        return end < 0 ? [] : [{ name: declaration.name, about, fields, bytes: scratch.slice(0, end) }];
      }),
    ),
  );
}
