// Says which long passwords are guessed first all the same: common ones, repeats, sequences, rows of keys, and what is
// made of the words around them.

export interface PasswordJudge {
  /** `words`: what a guesser knows of the account and the product. Bounded in time, whatever the password. */
  isEasyToGuess(password: string, words: readonly string[]): boolean;
}
