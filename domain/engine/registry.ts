// The names by which rules know the parts of a world. Empty here: each noun adds what it declares, in the file that
// declares it (`declare module '…/engine/registry.js'`), so a rule names another noun's columns without importing that
// noun, and nobody has to keep a list of all.

/** Components, by name. */
export interface Components {}

/** What lies beside components, by name: tables, queues, indexes. */
export interface Tables {}

/** What every rule may see whatever it declares: the clock, the content, the ground, who is alive, and the fact log. */
export interface WorldBase {}
