// Which errors a route's own code may refuse with, declared on its handler. What is checked before it - who asks, the body - is known
// by its kind (openapi/refusals). Tests hold what is declared to what the code can answer, and to what is answered.

import { SetMetadata } from '@nestjs/common';
import type { ErrorCode } from '../http/error-codes.js';

export const refusalsKey = 'tos:refusals';

export const Refuses = (...codes: readonly ErrorCode[]): MethodDecorator => SetMetadata(refusalsKey, codes);
