// The generated C# sources, compiled with all warnings as errors and overflow checks by Mono, and run by it.

import { csharp } from './support/csharp-language.js';
import { testClient } from './support/client-suite.js';

testClient(csharp);
