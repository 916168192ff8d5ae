// How short of time the server is, as a level that whoever has a clock hands to each tick, like a command: rules put off
// what can wait by it, and a run with the same levels goes the same way. The domain itself never looks at a clock.

/** 0: plenty of time. 1 and 2: what can wait waits longer. 3: only what players would miss at once goes on as usual. */
export type Pressure = 0 | 1 | 2 | 3;

export const pressureMax = 3;
