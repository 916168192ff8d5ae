// Variables that Kubernetes (and Docker's links before it) puts into a program's environment for each Service of its
// namespace: for one named "tos" or "tos-…" they begin as our settings do, and one named "tos-api" even gets
// TOS_API_PORT=tcp://10.0.0.7:8080. Source: kubernetes.io/docs/concepts/services-networking/service, "Environment variables".
// Docker's links add the container's own name (TOS_NAME=/web/tos) and all of its variables (TOS_ENV_PATH). Source:
// docs.docker.com/engine/network/links, "Environment variables".

const byName = /_SERVICE_HOST$|_SERVICE_PORT(_[A-Z0-9_]+)?$|_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?$/;
const addressOfService = /^(tcp|udp|sctp):\/\/\S+:\d+$/;

const variableOfContainer = /_ENV_./;

export function isServiceLink(name: string, value: string): boolean {
  if (byName.test(name) || variableOfContainer.test(name)) return true;
  return (name.endsWith('_PORT') && addressOfService.test(value)) || namesItself(name, value);
}

/** <ALIAS>_NAME=/who-links/alias: a name in any other spelling is nobody's but ours. */
function namesItself(name: string, value: string): boolean {
  const alias = /^\/[\w.-]+\/([\w.-]+)$/.exec(value)?.[1];
  return alias !== undefined && name === `${alias.toUpperCase().replaceAll('-', '_')}_NAME`;
}
