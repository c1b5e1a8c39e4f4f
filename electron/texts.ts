import { compile, createCoreContext, registerMessageCompiler, registerMessageResolver, resolveValue, translate } from '@intlify/core-base'
import { messages } from '../shared/locales/messages.ts'
import { wholeInBasisPoints } from '../shared/money.ts'
import type { Language } from '../shared/settings/model.ts'
import type { Summary } from '../shared/operations/model.ts'
import type { Failure } from '../shared/errors.ts'
import { LocalDateTime } from '../shared/time.ts'

registerMessageCompiler(compile)
registerMessageResolver(resolveValue)
const context = createCoreContext({ locale: 'en', fallbackLocale: 'en', messages: { ...messages } })

type Params = Record<string, string | number>

/** A text of the locale files, for what the main process says itself: menus, native dialogs, the command line. */
export function textIn(language: Language, key: string, params: Params = {}) {
  const plural = typeof params.count === 'number' ? params.count : 1
  const text = translate(context, key, params, { locale: language, plural })
  return typeof text === 'string' ? text : key
}

export const failureText = (language: Language, { reason, params }: Pick<Failure, 'reason' | 'params'>) =>
  textIn(language, `errors.${reason}`, params)

/** What an operation did, in words. */
export function historyText(language: Language, { text, params }: Summary): string {
  const { text: inner, ...rest } = params
  if (typeof inner !== 'string') return textIn(language, `history.${text}`, withMoments(language, params))
  return textIn(language, `history.${text}`, { what: historyText(language, { text: inner, params: rest }) })
}

/** Wall times as a person writes them: Tue 24 Nov, 09:30. */
const withMoments = (language: Language, params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      LocalDateTime.safeParse(value).success ? momentIn(language, String(value)) : value,
    ]),
  )

export const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : language)

/** 19%, of a rate in basis points. */
export function rateIn(language: Language) {
  const format = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 2 })
  return (basisPoints: number) => format.format(basisPoints / wholeInBasisPoints)
}

/** 24 Nov 2026, of a day on the calendar. */
export const dayIn = (language: Language, day: string) =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))

const momentIn = (language: Language, local: string) =>
  new Intl.DateTimeFormat(localeOf(language), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' },
  }).format(new Date(`${local}:00Z`))
