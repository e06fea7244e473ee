import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const pureFolders = ['statistics', 'periods', 'metrics', 'settings', 'text', 'charts'].map(
  (f) => `server/${f}/**`,
)

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'coverage/'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'read the environment in server/platform/config.ts only',
        },
      ],
    },
  },
  {
    files: ['server/platform/**', 'test/**', '.ci/**', 'vitest.config.ts', 'server/main.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['.ci/**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    files: pureFolders,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'pass the moment in',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'pass the moment in' },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'pass randomness in',
        },
      ],
      'no-restricted-globals': ['error', 'process'],
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
    },
  },
  {
    files: ['client/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "AssignmentExpression[left.property.name='innerHTML']",
          message: 'all text enters as text nodes: use el()',
        },
      ],
    },
  },
)
