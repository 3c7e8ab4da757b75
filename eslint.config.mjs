import { defineConfig } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default defineConfig([
  { ignores: ['main.js', 'node_modules/', 'coverage/', '.cache/', 'example-vault/'] },
  ...obsidianmd.configs.recommended,
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A one-line callback that only calls is clearer than one with braces round it; a number in a message is no accident.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // What a CommonJS package requires as a function has to be one.
    files: ['src/shims/*.cjs'],
    languageOptions: { globals: { module: 'writable' } },
  },
  {
    // Tests, their host and the build run in Node and stand outside the plugin: Obsidian's own rules do not concern them.
    files: ['tests/**', 'scripts/**', '*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.jest } },
    rules: {
      ...Object.fromEntries(Object.keys(obsidianmd.rules).map((rule) => [`obsidianmd/${rule}`, 'off'])),
      'no-console': 'off',
      'import/no-nodejs-modules': 'off',
      // TypeScript itself knows the types of the DOM.
      'no-undef': 'off',
      'no-unsanitized/method': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
]);
