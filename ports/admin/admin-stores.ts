// What the admin API keeps, by name. Empty here: each store adds its own, in the file of its port
// (`declare module '…/admin-stores.js'`), so that nobody keeps a list of types. Who plays them: src/admin-api/admin-stores.

export interface AdminStores {}
