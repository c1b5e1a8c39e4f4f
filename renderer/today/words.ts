import { useI18n } from 'vue-i18n'
import type { DoneLine, TodayLine } from '../../shared/today/model.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useTaskWords } from '../tasks/words.ts'

/** The lines of the day in words: what is to be done, and why. */
export function useTodayWords() {
  const { t } = useI18n()
  const { money, time } = useFormatters()
  const words = useTaskWords()

  function titleOf({ kind, title, client, age }: TodayLine) {
    const params = { name: client?.name ?? '', number: title, age: age ?? 0, count: age ?? 0 }
    if (kind === 'task' || kind === 'deal') return title
    if (kind === 'anniversary' && age !== null) return t('today.lines.anniversaryYears', params, age)
    return t(`today.lines.${kind === 'birthday' && age !== null ? 'birthdayAge' : kind}`, params)
  }

  function reasonOf(line: TodayLine) {
    const { kind, client, at, days, amount, usualDays, task } = line
    const count = Math.abs(days ?? 0)
    const name = client?.name ?? t('today.reasons.somebody')
    if (kind === 'task') return taskReason(line, task)
    if (kind === 'deal') return dealReason(line, name)
    if (kind === 'invoice') return t('today.reasons.invoice', { name, amount: money(amount ?? 0), count }, count)
    if (kind === 'rhythm') return t('today.reasons.rhythm', { usual: usualDays ?? 0, count }, count)
    return t(`today.reasons.${kind}`, { name, amount: money(amount ?? 0), when: words.whenText(at) })
  }

  function dealReason({ reason, at, amount }: TodayLine, name: string) {
    const why = t(`today.reasons.deal.${reason ?? 'quiet'}`, { when: words.whenText(at) })
    return [name, amount === null ? '' : money(amount), why].filter(Boolean).join(' · ')
  }

  function taskReason({ at, days }: TodayLine, task: TodayLine['task']) {
    const late = (days ?? 0) < 0 ? t('today.reasons.late', { count: -days! }, -days!) : words.whenText(at)
    return [late, task ? words.aboutText(task) : ''].filter(Boolean).join(' · ')
  }

  return {
    titleOf,
    reasonOf,
    whenText: words.whenText,
    doneText: ({ kind, title, name }: DoneLine) => (kind === 'task' ? title : t(`today.done.${kind}`, { number: title, name })),
    doneWhen: ({ at }: DoneLine) => t('today.done.by', { time: time(at) }),
  }
}
