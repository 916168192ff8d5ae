// All routes of the running application with their declarations; the boot refuses one that has none.

import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { ErrorCode } from '../http/error-codes.js';
import { refusalsKey } from './refuses.js';
import { routeAccessKey, type RouteAccess } from './route-access.js';

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly access: RouteAccess | undefined;
  /** What its own code refuses. */
  readonly refusals: readonly ErrorCode[];
}

export function listRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const routes: DeclaredRoute[] = [];
  for (const { instance, metatype } of app.get(DiscoveryService).getControllers()) {
    if (!instance || !metatype) continue;
    const prototype = Object.getPrototypeOf(instance) as object;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = (prototype as Record<string, () => unknown>)[name]!;
      const method = reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
      if (method === undefined) continue;
      const base = reflector.get<string>(PATH_METADATA, metatype);
      const path = reflector.get<string>(PATH_METADATA, handler);
      routes.push({
        method: RequestMethod[method],
        path: `/${base}/${path}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'),
        handler: `${metatype.name}.${name}`,
        access: reflector.get<RouteAccess | undefined>(routeAccessKey, handler),
        refusals: reflector.get<readonly ErrorCode[] | undefined>(refusalsKey, handler) ?? [],
      });
    }
  }
  return routes;
}

export function refuseUndeclaredRoutes(app: INestApplicationContext): void {
  const undeclared = listRoutes(app).filter(({ access }) => access === undefined);
  if (undeclared.length === 0) return;
  const names = undeclared.map(({ method, path, handler }) => `${method} ${path} (${handler})`).join(', ');
  throw new Error(
    `Routes must declare @Permission(…), @ForServers(), @ForLoginServices(), @ForApiKeys() or @Public(): ${names}`,
  );
}
