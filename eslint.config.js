import tseslint from 'typescript-eslint';

/** What the language itself offers of time, the machine and its languages, and the ways around these names. */
const impureGlobals = [
  'Date',
  'Intl',
  'Temporal',
  'performance',
  'setTimeout',
  'setInterval',
  'process',
  'Buffer',
  'Atomics',
  'WeakRef',
  'FinalizationRegistry',
  // Makes code of text, in which nothing is refused.
  'Function',
  'eval',
  'Reflect',
];

/** Under another name, or asked for by one that is only known at run time, what is refused of it would pass. */
const mathByItsName = [
  ":not(MemberExpression) > Identifier[name='Math']",
  "MemberExpression[object.name='Math'][computed=true][property.type!='Literal']",
].map((selector) => ({ selector, message: 'Call what is needed of Math as Math.….' }));

/** Told that it is there, the compiler lets a name of the host pass, and the lint takes it for one of the file's own. */
const declaredByHand = [
  'VariableDeclaration[declare=true]',
  'ClassDeclaration[declare=true]',
  'TSDeclareFunction[declare=true]',
  'TSEnumDeclaration[declare=true]',
  "TSModuleDeclaration[declare=true][id.type='Identifier']",
].map((selector) => ({ selector, message: 'Nothing of the host is there: take it by a port.' }));

/** Every function has a constructor that makes code of text. */
const constructors = [
  "MemberExpression[property.name='constructor']",
  "MemberExpression[computed=true][property.value='constructor']",
  'MemberExpression[computed=true] > TemplateLiteral.property',
  "ObjectPattern > Property[key.name='constructor']",
  "ObjectPattern > Property[key.value='constructor']",
].map((selector) => ({ selector, message: 'Name the class that is meant.' }));

const pureSyntax = [...mathByItsName, ...declaredByHand, ...constructors];

const noRandom = { object: 'Math', property: 'random', message: 'Take a Rng or RandomSource.' };

/** ECMAScript lets engines approximate these as they like (21.3.2); + - * / and Math.sqrt are IEEE 754's everywhere. */
const approximated = [
  ...[
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
    'atan2',
    'sinh',
    'cosh',
    'tanh',
    'asinh',
    'acosh',
    'atanh',
  ],
  ...['exp', 'expm1', 'log', 'log10', 'log1p', 'log2', 'pow', 'hypot', 'cbrt'],
].map((property) => ({
  object: 'Math',
  property,
  message:
    'It may give another number on another engine: see ARCHITECTURE.md, what could make two runs differ.',
}));

// The console and the server know each other by the HTTP API alone; dependency-cruiser does not look at the console.
const outOfConsole = String.raw`/^(#|(\.\.\/)+(codegen|domain|ports|application|adapters|client|src|dist|test|bench)(\/|$))/`;
const consoleArrows = [
  `:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=${outOfConsole}]`,
  `TSImportType[source.value=${outOfConsole}]`,
].map((selector) => ({
  selector,
  message:
    'No arrow of ARCHITECTURE.md, “Layers”: the console knows the HTTP API alone (app/api, made of its document).',
}));

// Formatting belongs to Prettier, layer arrows to dependency-cruiser, unused exports to knip.
export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      'coverage/**',
      'data/**',
      'admin-ui/dist/**',
      'admin-ui/.angular/**',
      'admin-ui/src/app/api/**',
      '**/generated/**',
    ],
  },
  ...tseslint.configs.recommended,
  { rules: { 'max-lines': ['error', { max: 400 }] } },
  {
    files: ['{codegen,domain,ports,application,adapters,client,src,test,bench}/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'off',
      // How a noun adds to the registry of names: an interface that extends the one type it names.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // Indexing a typed array within its checked bounds is the hot path's daily bread.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The pure layers know no clock, no randomness and no host; the compiler refuses Node's names, this refuses the language's own.
    // No comment in a file lifts a rule: an exception stands here.
    files: ['{domain,application,ports}/**/*.ts', 'adapters/protocol/**/*.ts', 'client/**/*.ts'],
    linterOptions: { noInlineConfig: true },
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals, 'globalThis'],
      'no-restricted-syntax': ['error', ...pureSyntax],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': ['error', noRandom],
    },
  },
  {
    // Names that each noun and each store adds to.
    files: ['domain/engine/registry.ts', 'ports/admin/admin-stores.ts', 'ports/storage/game-stores.ts'],
    rules: { '@typescript-eslint/no-empty-object-type': 'off' },
  },
  {
    // Looks whether its host has something quicker.
    files: ['adapters/protocol/codec/utf8.ts'],
    rules: { 'no-restricted-globals': ['error', ...impureGlobals] },
  },
  {
    // The same world on every machine: nothing that an engine may decide by itself. The rest of application is no part of it.
    files: ['{domain,application}/**/*.ts'],
    ignores: ['application/{admin,replication,telemetry}/**'],
    rules: {
      'no-restricted-properties': ['error', noRandom, ...approximated],
      'no-restricted-syntax': [
        'error',
        ...pureSyntax,
        { selector: "BinaryExpression[operator='**']", message: 'As Math.pow: multiply, or shift.' },
        { selector: "AssignmentExpression[operator='**=']", message: 'As Math.pow: multiply, or shift.' },
        {
          selector: 'MemberExpression[property.name=/^(localeCompare|toLocale.*)$/]',
          message: 'It follows the language of the machine: compare code units.',
        },
      ],
    },
  },
  {
    files: ['admin-ui/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...consoleArrows] },
  },
  {
    files: ['src/**/*.ts', 'bench/**/*.ts', 'codegen/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
