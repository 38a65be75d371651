import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/**', 'store/generated/**', '.data/**', 'start.mjs', 'scripts/bootstrap/**/*.mjs'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  { files: ['scripts/**/*.ts', 'bench/**/*.ts', 'tests/environment/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.ts'],
    ignores: ['**/main.ts', 'platform/config.ts', 'scripts/**', 'tests/environment/**', 'vitest.config.ts', 'bench/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Configuration is parsed once, in main.ts.' },
      ],
    },
  },
  {
    files: ['workflows/**/*.ts', 'domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
          message: 'Reads the real clock: take the time as an argument.',
        },
        {
          selector: "CallExpression[callee.property.name='format'][arguments.length=0]",
          message: 'An argument-less format() reads the real clock.',
        },
      ],
    },
  },
);
