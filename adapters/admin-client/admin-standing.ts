// Whether players can be sent here by the admin API: not while it refuses this server. One that is away refuses nobody.

import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import type { AdminApiClient } from './admin-api-client.js';

export class AdminStanding implements HealthCheck {
  readonly name = 'admin-api';
  /** Undefined until the server reports. */
  client: Pick<AdminApiClient, 'refusal' | 'lost'> | undefined;

  /** Without samples where there is no admin API. */
  readonly series: MetricSeries = {
    name: 'tos_admin_reports_lost_total',
    help: 'Reports to the admin API that were dropped, replaced by newer ones, or refused for good.',
    type: 'counter',
    samples: () =>
      Object.entries(this.client?.lost ?? {}).map(([what, value]) => ({ value, labels: { what } })),
  };

  check(): CheckResult {
    const reason = this.client?.refusal;
    return reason === undefined ? { ok: true } : { ok: false, reason };
  }
}
