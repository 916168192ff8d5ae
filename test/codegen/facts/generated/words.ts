// Generated from test/codegen/facts/happenings.tos by `npm run codegen`; changes here are lost.
// The words that rules, ports and packets share. Numbers are permanent.

/** What is said. */
export const Tone = {
  calm: 1,
  loud: 2,
} as const;

export type Tone = (typeof Tone)[keyof typeof Tone];
