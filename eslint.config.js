import tseslint from 'typescript-eslint';

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
      'adapters/protocol/generated/**',
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
    files: ['{domain,application,ports}/**/*.ts', 'adapters/protocol/**/*.ts', 'client/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'Date',
        'performance',
        'setTimeout',
        'setInterval',
        'process',
        'Buffer',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take a Rng or RandomSource.' },
      ],
    },
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
