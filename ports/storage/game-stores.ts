// What the game file keeps, by name. Empty here: each store adds its own, in the file of its port
// (`declare module '…/game-stores.js'`), so that nobody keeps a list of types. Who plays them: src/game-server/game-stores.

export interface GameStores {}
