// What a drain and one that is planned ask for alike.
import { Filled, CommandField } from './command-form';
import { reasonField } from './kind-parts';

export const graceTimes = [
  { value: '300', name: '5 minutes' },
  { value: '60', name: '1 minute' },
  { value: '900', name: '15 minutes' },
  { value: '1800', name: '30 minutes' },
  { value: '10', name: '10 seconds' },
];

const ends = [
  { value: 'stay', name: 'It stays closed, restarts included, until it is opened again' },
  { value: 'restart', name: 'It starts anew at once, with the content as it is then, and opens' },
  { value: 'stop', name: 'It ends, until it is started again where it runs' },
];

export const drainFields: readonly CommandField[] = [
  { name: 'then', label: 'When it is empty', required: true, options: ends },
  {
    ...{ name: 'text', label: 'What players are told besides', required: false, bytesMax: 120 },
    hint: 'May stay empty.',
  },
  reasonField,
];

export function drainIn({ graceSeconds, then, text = '', reason = '' }: Filled) {
  const whenEmpty = (['stop', 'restart'] as const).find((end) => end === then) ?? ('stay' as const);
  return { graceSeconds: Number(graceSeconds), then: whenEmpty, text, reason };
}
