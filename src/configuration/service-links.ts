// Variables that Kubernetes (and Docker's links before it) puts into a program's environment for each Service of its
// namespace: for one named "tos" or "tos-…" they begin as our settings do, and one named "tos-api" even gets
// TOS_API_PORT=tcp://10.0.0.7:8080. Source: kubernetes.io/docs/concepts/services-networking/service, "Environment variables".

const byName = /_SERVICE_HOST$|_SERVICE_PORT(_[A-Z0-9_]+)?$|_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/;
const addressOfService = /^(tcp|udp|sctp):\/\/\S+:\d+$/;

export function isServiceLink(name: string, value: string): boolean {
  return byName.test(name) || (name.endsWith('_PORT') && addressOfService.test(value));
}
