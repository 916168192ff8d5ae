// The OpenAPI document of the running application. The console's client is generated from it.

import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import {
  apiKeyScheme,
  loginServiceScheme,
  serverTokenScheme,
  sessionScheme,
} from '../access/route-access.js';
import { listRoutes } from '../access/list-routes.js';
import { completeDocument } from './complete-document.js';
import { zodToOpenApi } from './zod-components.js';

export function makeDocument(app: INestApplication, version: string): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setTitle('TOS admin API')
    .setDescription(
      'What operators, game servers and login services ask of the admin API. Every error has the shape of ErrorBody.',
    )
    .setVersion(version)
    .addCookieAuth(
      'tos_session_8080',
      {
        type: 'apiKey',
        in: 'cookie',
        description: 'The name ends in the port; over HTTPS it begins with __Host-',
      },
      sessionScheme,
    )
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'Of a program of an operator, as made in the console' },
      apiKeyScheme,
    )
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, serverTokenScheme)
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, loginServiceScheme)
    .build();
  const document = SwaggerModule.createDocument(app, outline, {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: zodToOpenApi,
  });
  return completeDocument(document, listRoutes(app));
}
