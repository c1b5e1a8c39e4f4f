import { useI18n } from 'vue-i18n'
import type { Due, Repeats, Task } from '../../shared/tasks/model.ts'
import { dayOf, isOverdue, standsAt, timeOf } from '../../shared/tasks/rules.ts'
import { weekdayCodes } from '../../shared/tasks/words/rule.ts'
import { daysBetween } from '../../shared/zone.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { useWallFormats } from '../composables/wall-formats.ts'

const paces = { DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly' } as const
const workdays = 'MO,TU,WE,TH,FR'
/** What a rule of ours consists of; any other is not put into words. */
const plainRule =
  /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\d+))?(?:;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*))?$/

/** Tasks in words. */
export function useTaskWords() {
  const { t } = useI18n()
  const { now, today } = useShopClock()
  const { shortDay, date, time } = useWallFormats()
  const { weekdays, list } = useFormatters()

  function dayText(day: string) {
    const days = daysBetween(today.value, day)
    if (days === 0) return t('tasks.when.today')
    if (days === 1) return t('tasks.when.tomorrow')
    if (days === -1) return t('tasks.when.yesterday')
    return Math.abs(days) < 300 ? shortDay(day) : date(day)
  }

  function whenText(at: Due | null) {
    if (at === null) return t('tasks.when.noDay')
    return timeOf(at) === null ? dayText(at) : t('tasks.when.at', { day: dayText(dayOf(at)), time: time(at) })
  }

  function repeatText({ rule }: Pick<Repeats, 'rule'>) {
    const [, frequency, interval, days] = plainRule.exec(rule) ?? []
    if (!frequency) return t('tasks.repeat.other')
    if (days === workdays && !interval) return t('tasks.repeat.weekdays')
    const count = Number(interval ?? 1)
    const pace = t(`tasks.repeat.${paces[frequency as keyof typeof paces]}`, { count }, count)
    if (!days) return pace
    const names = days.split(',').map(code => weekdays()[weekdayCodes.indexOf(code as (typeof weekdayCodes)[number])]!)
    return t('tasks.repeat.on', { pace, days: list(names) })
  }

  return {
    whenText,
    repeatText,
    kindText: (kind: Task['kind']) => t(`tasks.kinds.${kind}`),
    outcomeText: (outcome: NonNullable<Task['outcome']>) => t(`tasks.outcome.outcomes.${outcome}`),
    isLate: (task: Task) => task.doneAt === null && isOverdue(task, now.value),
    taskWhen: (task: Task) => whenText(standsAt(task)),
    /** With whom, by whom, how often, how far. */
    aboutText: ({ client, title, assignee, repeats, checklist, documentNumber }: Task) =>
      [
        client && !title.includes(client.name) ? client.name : '',
        documentNumber ?? '',
        assignee,
        repeats ? repeatText(repeats) : '',
        checklist.length > 0 ? t('tasks.steps', { done: checklist.filter(({ done }) => done).length, all: checklist.length }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
  }
}
