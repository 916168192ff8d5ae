// How a refusal names what was refused, as the schema numbers it.

export { RequestId } from '#domain/vocabulary/generated/requests.js';
