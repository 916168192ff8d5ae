// The words that rules, ports and packets share, as the schema has them.

export * from './generated/words.js';
