// Whether players can be sent here by the admin API: not while it refuses this server. One that is away refuses nobody.

import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';
import type { AdminApiClient } from './admin-api-client.js';

export class AdminStanding implements HealthCheck {
  readonly name = 'admin-api';
  /** Undefined until the server reports. */
  client: Pick<AdminApiClient, 'refusal'> | undefined;

  check(): CheckResult {
    const reason = this.client?.refusal;
    return reason === undefined ? { ok: true } : { ok: false, reason };
  }
}
