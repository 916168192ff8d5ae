// Judges passwords with zxcvbn's estimate (D. Wheeler, USENIX Security 2016): how many guesses a program needs that
// knows common passwords, words, keyboards, dates, repeats and sequences, and the ways people dress them up.

import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { PasswordJudge } from '#ports/admin/sign-in/password-judge.js';

/** zxcvbn's "safely unguessable", 10^8 guesses: far beyond the limits of tries, and weeks against one slow hash. */
const scoreMin = 3;
/** The estimate's time grows faster than the text; what is hard to guess in its beginning is hard as a whole. */
const judgedCharactersMax = 64;

export class ZxcvbnPasswordJudge implements PasswordJudge {
  /** Made when first needed: the lists take some 10 MB. */
  #estimate: ZxcvbnFactory | undefined;

  isEasyToGuess(password: string, words: readonly string[]): boolean {
    this.#estimate ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
    const judged = [...password].slice(0, judgedCharactersMax).join('');
    return this.#estimate.check(judged, [...words]).score < scoreMin;
  }
}
