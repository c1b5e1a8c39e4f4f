import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const node = {
  regex: '^(node:|better-sqlite3(-multiple-ciphers)?$|kysely|electron$|electron-log|open$|iconv-lite$|csv-stringify|chardet$)',
}
const vueWorld = { regex: '^(vue$|vue-router$|vue-i18n$|pinia$|naive-ui|@vueuse/|@lucide/vue$|@tiptap/|chart\\.js)' }
const into = (folder, message) => ({ regex: `^\\.{1,2}/(.*/)?${folder}/`, message })

/** Node runs electron/ and shared/ from their sources, and looks for the very name that an import gives. */
const extensions = { regex: '^\\.{1,2}/(?!.*\\.(ts|vue|json|css|svg|png|woff2)(\\?\\w+)?$)', message: 'Write the extension: ./name.ts.' }
const notTests = into('tests', 'The product does not know its tests.')
const borders = (files, ...patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns: [extensions, ...patterns] }] } })

/** These run inside Electron only. Everything else under electron/ runs in plain Node too. */
const insideElectron = [
  'electron/{main,business,preload,window,menu,links,login,theme,keychain}.ts',
  'electron/reminders/{native,tray}.ts',
  'electron/transports/{ipc,print-outside}.ts',
  'electron/attachments/show-outside.ts',
]
const withoutElectron = { regex: '^electron(/.+)?$', message: 'This runs in plain Node too: only the files of the window know Electron.' }

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'coverage/', 'test-results/', 'playwright-report/', 'bench-results/'] },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  vue.configs['flat/recommended'],
  prettier,

  { languageOptions: { globals: globals.node } },
  { files: ['renderer/public/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['**/*.vue'], languageOptions: { globals: globals.browser, parserOptions: { parser: tseslint.parser } } },
  {
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // Types, so that a shape can be a union tomorrow; `interface` merges by accident.
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      // noUncheckedIndexedAccess asks for a `!` where the line above has made sure of the element.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Inside a transaction the parameter `db` shadows the outer one on purpose: reaching the outer one would hang.
      'no-shadow': 'off',
      // `void promise` says that nobody waits for it, and that this is meant.
      'no-void': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A readonly array and its union type do the same and can be erased.' },
        { selector: 'ClassDeclaration[superClass=null]', message: 'No classes but errors: functions and closures.' },
        { selector: 'ClassDeclaration[superClass.name!=/Error$/]', message: 'No classes but errors: functions and closures.' },
      ],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      // Pages are named after one thing (Contacts.vue would be as clear as ContactsPage.vue).
      'vue/multi-word-component-names': 'off',
      // TypeScript says which props may be left out.
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
    },
  },
  {
    files: ['{electron,renderer,shared,tests}/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    // The three rules that need types are those that find forgotten promises.
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
    },
  },
  // Playwright calls setup files by their default export, and reads from a fixture's parameters which others it needs.
  { files: ['tests/e2e/**/*.ts'], rules: { 'no-restricted-exports': 'off', 'no-empty-pattern': 'off' } },

  // The borders between the folders.
  borders(['shared/**/*.ts'], notTests, node, vueWorld, withoutElectron, into('(electron|renderer)', 'shared/ is below both sides.')),
  borders(['electron/**/*.ts'], notTests, vueWorld, withoutElectron, into('renderer', 'Both sides meet in shared/.')),
  borders(insideElectron, notTests, vueWorld, into('renderer', 'Both sides meet in shared/.')),
  borders(['renderer/**/*.{ts,vue}'], notTests, node, withoutElectron, into('electron', 'Both sides meet in shared/.')),
  borders(['tests/**/*.ts']),

  // What speaks to a person through a terminal writes there.
  { files: ['tests/bench/**/*.ts', 'tests/*.ts', 'tests/e2e/run.ts'], rules: { 'no-console': 'off' } },
)
