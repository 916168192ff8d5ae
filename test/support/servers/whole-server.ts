// The whole server in one thread, as the simulator runs it (src/simulate/whole-server.ts).

export { secretOf, serverAddress, tickMs, WholeServer } from '#src/simulate/whole-server.js';
