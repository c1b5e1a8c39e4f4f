import { useI18n } from 'vue-i18n'
import type { Backup, Counts } from '../../shared/backups/model.ts'
import { compared } from '../../shared/backups/rules.ts'
import { useFormatters } from '../composables/formatters.ts'

type Kind = keyof Counts
const told: readonly Kind[] = ['contacts', 'visits', 'invoices']

/** What people recognise a backup by. */
export function useBackupWords() {
  const { t } = useI18n()
  const { number, list, time, day } = useFormatters()

  const countOf = (kind: Kind, count: number) => t(`backups.counts.${kind}`, { number: number(count) }, count)
  /** 18:42 of today, Yesterday 18:42, Saturday, 21 November 18:42 */
  const moment = (instant: string) =>
    new Date(instant).toDateString() === new Date().toDateString() ? time(instant) : `${day(instant)}, ${time(instant)}`

  /** 1,284 contacts, 9,310 visits, last change 18:42 */
  function contentOf({ counts, lastChangeAt }: Pick<Backup, 'counts' | 'lastChangeAt'>) {
    if (!counts) return ''
    const shown = told.filter(kind => counts[kind] > 0)
    const parts = (shown.length > 0 ? shown : told.slice(0, 1)).map(kind => countOf(kind, counts[kind]))
    return [...parts, lastChangeAt && t('backups.lastChange', { when: moment(lastChangeAt) })].filter(Boolean).join(', ')
  }

  /** 12 contacts and 3 invoices fewer */
  function difference(then: Counts, today: Counts) {
    const all = compared(then, today)
    const words = (sign: 1 | -1) => list(all.filter(({ more }) => more * sign > 0).map(({ kind, more }) => countOf(kind, more * sign)))
    const [fewer, more] = [words(-1), words(1)]
    if (all.length === 0) return t('backups.same')
    return [fewer && t('backups.fewer', { what: fewer }), more && t('backups.more', { what: more })].filter(Boolean).join(', ')
  }

  return { moment, contentOf, difference }
}
