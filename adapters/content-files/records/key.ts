// The names by which records and maps refer to each other.

import { z } from 'zod';

export const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(32)
  .describe("lower case words joined by '-', at most 32 characters");
