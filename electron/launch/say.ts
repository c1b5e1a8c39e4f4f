import { AppError } from '../../shared/errors.ts'
import { systemLanguage } from '../system-language.ts'
import { failureText, textIn } from '../texts.ts'
import type { en } from '../../shared/locales/en.ts'

export type Words = keyof typeof en.launch
type Params = Record<string, string | number>

const language = systemLanguage()

export const words = (key: Words, params?: Params) => textIn(language, `launch.${key}`, params)

export const say = (key: Words, params?: Params) => void process.stdout.write(`${words(key, params)}\n`)

/** A line that the next one of its kind replaces, in a terminal; elsewhere nothing, for logs are read afterwards. */
export function sayProgress(key: Words, params: Params) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${words(key, params)}`)
}

export function endProgress() {
  if (process.stderr.isTTY) process.stderr.write('\n')
}

export function sayProblem(error: unknown) {
  const text = error instanceof AppError ? failureText(language, error.failure) : error instanceof Error ? error.message : String(error)
  process.stderr.write(`${text}\n`)
}
