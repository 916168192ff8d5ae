// Serves the OpenAPI document, made once on first use.

import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Public } from '../access/route-access.js';
import { OPENAPI_DOCUMENT } from '../wiring/tokens.js';

@ApiExcludeController()
@Controller('api')
export class OpenApiController {
  private document: OpenAPIObject | undefined;

  constructor(@Inject(OPENAPI_DOCUMENT) private readonly make: () => OpenAPIObject) {}

  @Get('openapi.json')
  @Public()
  openApiDocument(): OpenAPIObject {
    return (this.document ??= this.make());
  }
}
