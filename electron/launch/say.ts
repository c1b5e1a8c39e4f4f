import { AppError } from '../../shared/errors.ts'
import { systemLanguage } from '../system-language.ts'
import { failureText, textIn } from '../texts.ts'
import type { en } from '../../shared/locales/en.ts'

export type Words = keyof typeof en.launch
type Params = Record<string, string | number>

const language = systemLanguage()

export const words = (key: Words, params?: Params) => textIn(language, `launch.${key}`, params)

export const say = (key: Words, params?: Params) => void process.stdout.write(`${words(key, params)}\n`)

const pause = 5000
let lastLine = -Infinity

/** In a terminal, a line that the next one replaces; elsewhere, where lines pile up, one every few seconds. */
export function sayProgress(key: Words, params: Params) {
  if (process.stderr.isTTY) return void process.stderr.write(`\r\x1b[2K${words(key, params)}`)
  if (performance.now() - lastLine < pause) return
  lastLine = performance.now()
  process.stderr.write(`${words(key, params)}\n`)
}

export function endProgress() {
  if (process.stderr.isTTY) process.stderr.write('\n')
}

export function sayProblem(error: unknown) {
  const text = error instanceof AppError ? failureText(language, error.failure) : error instanceof Error ? error.message : String(error)
  process.stderr.write(`${text}\n`)
}
