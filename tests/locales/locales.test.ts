import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { de } from '../../shared/locales/de.ts'
import { en } from '../../shared/locales/en.ts'

type Texts = { [key: string]: string | Texts }

const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[prefix + key, text]] : flat(text, `${prefix}${key}.`),
  )

const english = new Map(flat(en))
const german = new Map(flat(de))
const placeholders = (text = '') => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()
const forms = (text = '') => text.split(' | ').length

const root = join(import.meta.dirname, '../..')
const sources = ['electron', 'renderer', 'shared'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(ts|vue)$/.test(name))
    .map(name => readFileSync(join(root, folder, name), 'utf8')),
)
const written = (pattern: RegExp) => [...new Set(sources.flatMap(source => [...source.matchAll(pattern)].map(([, key]) => key!)))].sort()

describe('the two languages', () => {
  it('have the same texts', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('need the same names and numbers in each, and have as many forms', () => {
    const shape = (texts: Map<string, string>) =>
      Object.fromEntries([...texts].map(([key, text]) => [key, [placeholders(text), forms(text)]]))
    expect(shape(german)).toEqual(shape(english))
  })

  it.each([
    ['en', english],
    ['de', german],
  ])('can all be shown: %s', (language, texts) => {
    const { global } = createI18n({ legacy: false, locale: language, messages: { en, de } })
    const shown = (key: string) => global.t(key, Object.fromEntries(placeholders(texts.get(key)).map(name => [name!, 'x'])))
    expect([...texts.keys()].filter(key => shown(key) === key || /[{}]/.test(shown(key)))).toEqual([])
  })

  it('leave nothing empty', () => {
    expect([...english, ...german].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('speak to the user as Sie, without exclamation marks', () => {
    expect([...german].filter(([, text]) => /\b(du|dein|deine|deinen|dich|dir)\b/i.test(text))).toEqual([])
    expect([...english, ...german].filter(([, text]) => text.includes('!'))).toEqual([])
  })
})

describe('every text that the code names is there', () => {
  const missing = (keys: readonly string[]) => keys.filter(key => !english.has(key))

  it('t(...) and labels of shortcuts', () => {
    expect(missing(written(/\bt\(\s*'([\w.]+)'/g))).toEqual([])
    expect(missing(written(/label: '([\w]+\.[\w.]+)'/g))).toEqual([])
  })

  it('reasons of errors', () => {
    const reasons = written(/new AppError\(\s*'\w+',\s*'(\w+)'/g)
    expect(reasons.length).toBeGreaterThan(5)
    expect(missing([...reasons, ...written(/\{ error: '(\w+)' \}/g)].map(reason => `errors.${reason}`))).toEqual([])
  })

  it('what the history tells', () => {
    const told = written(/\bdescribe\(\s*'(\w+)'/g)
    expect(told.length).toBeGreaterThan(3)
    expect(missing(told.map(text => `history.${text}`))).toEqual([])
  })
})
