// How the system does, for operators: more than supervisors are told, with reasons.

import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { readHealth, type OwnHealth, type SystemHealth } from '#application/admin/monitoring/read-health.js';
import type { ReadinessProbe } from '#ports/system/readiness-probe.js';
import { Permission } from '../access/route-access.js';
import { Answers } from '../openapi/answers.js';
import { ADMIN_PORTS, OWN_HEALTH, READINESS_PROBES } from '../wiring/tokens.js';
import { SharedLook } from './shared-look.js';
import { presentHealth, systemHealthAnswer, type SystemHealthAnswer } from './system-health-schemas.js';

/** What it was so long ago is still so for whoever asks. */
const lookMs = 2_000;

@ApiTags('health')
@Controller('api/v1/health')
export class SystemHealthController {
  /** For all who ask at a time: looking costs each check's own look, and asks the store of backups, which may be paid by the call. */
  readonly #health = new SharedLook(async () => this.#look(), lookMs);

  constructor(
    @Inject(ADMIN_PORTS) private readonly ports: AdminPorts,
    @Inject(READINESS_PROBES) private readonly probes: readonly ReadinessProbe[],
    @Inject(OWN_HEALTH) private readonly own: OwnHealth,
  ) {}

  @Get()
  @Permission('servers:read')
  @Answers(
    200,
    'This API and all game servers, check by check, with the age of what is known',
    systemHealthAnswer,
  )
  async readSystemHealth(): Promise<SystemHealthAnswer> {
    return presentHealth(await this.#health.take(this.ports.clock.nowMs()));
  }

  #look(): Promise<SystemHealth> {
    const probes = this.probes.map((probe) => ({
      name: probe.name,
      check: async () => {
        await probe.check();
        return { ok: true } as const;
      },
    }));
    return readHealth(this.ports, { ...this.own, checks: [...probes, ...this.own.checks] });
  }
}
