// The names under which Nest injects what composition provides. Interfaces have no run-time value, hence symbols.

export const ADMIN_PORTS = Symbol('AdminPorts');
export const SETTINGS = Symbol('AdminApiSettings');
export const LOG = Symbol('Log');
export const READINESS_PROBES = Symbol('ReadinessProbes');
export const API_METRICS = Symbol('ApiMetrics');
export const EVENT_STREAMS = Symbol('EventStreams');
export const OPENAPI_DOCUMENT = Symbol('OpenApiDocument');
export const OWN_HEALTH = Symbol('OwnHealth');
