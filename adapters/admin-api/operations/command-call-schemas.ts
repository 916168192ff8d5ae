// Bodies of what game servers ask and say about commands to them.

import { z } from 'zod';
import type { HandedOut, StoredAnswer } from '#ports/admin/operations/command-store.js';
import { documentBytesMax, openCommandsMax } from '#ports/admin/operations/operator-command.js';
import { count, id, nonNegative, wellFormed } from '../http/wire-types.js';

/** A little more than a proxy in between must allow: many close what is silent for 30 s. */
const waitSecondsMax = 20;

export const fetchBody = z
  .strictObject({
    known: z
      .array(id)
      .max(4 * openCommandsMax)
      .meta({ description: 'Commands that it has and has not seen its answer to accepted' }),
    waitSeconds: z
      .number()
      .min(0)
      .max(waitSecondsMax)
      .meta({ description: 'How long to hold the request while there is none' }),
  })
  .meta({ id: 'FetchCommandsBody' });
export type FetchBody = z.infer<typeof fetchBody>;

const delivered = z
  .strictObject({
    id,
    kind: z.string(),
    args: z.record(z.string(), z.unknown()),
    withinMs: z.number().meta({
      description:
        'How long it may still be begun, from heldMs after this request was sent; 0 or below: it is only to be answered',
    }),
  })
  .meta({ id: 'DeliveredCommand' });

export const fetchAnswer = z
  .strictObject({
    heldMs: nonNegative.meta({ description: 'How long this request had been here when withinMs was read' }),
    commands: z.array(delivered),
  })
  .meta({ id: 'FetchCommandsAnswer' });
export type FetchAnswer = z.infer<typeof fetchAnswer>;

export function presentHanded({ command, withinMs }: HandedOut): FetchAnswer['commands'][number] {
  return { id: command.id, kind: command.kind, args: { ...command.args }, withinMs: Math.floor(withinMs) };
}

const answer = z.discriminatedUnion('outcome', [
  z.strictObject({
    id,
    outcome: z.literal('applied'),
    players: count,
    document: wellFormed(z.string())
      .refine((text) => !text.includes('\0'), 'Zeros are not allowed')
      .max(documentBytesMax)
      .optional()
      .meta({ description: 'What an export asked for, as JSON; one such answer in a request' }),
  }),
  z.strictObject({
    id,
    outcome: z.literal('refused'),
    reason: z
      .string()
      .max(40)
      .regex(/^[a-z]+(-[a-z]+)*$/, 'Words in lower case, joined by dashes'),
  }),
  z.strictObject({ id, outcome: z.literal('interrupted') }),
]);

export const answersBody = z
  .strictObject({ answers: z.array(answer).min(1).max(openCommandsMax) })
  .meta({ id: 'CommandAnswersBody' });
export type AnswersBody = z.infer<typeof answersBody>;

export function toAnswers({ answers }: AnswersBody): { id: string; answer: StoredAnswer }[] {
  return answers.map(({ id, ...answer }) => {
    if (answer.outcome !== 'applied') return { id, answer };
    const { document, ...applied } = answer;
    return { id, answer: document === undefined ? applied : { ...applied, document } };
  });
}
