// The generated C++ headers, compiled with all warnings as errors and run under the address and undefined-behaviour sanitizers.

import { cpp } from './support/cpp-language.js';
import { testClient } from './support/client-suite.js';

testClient(cpp);
