import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Report } from '../../shared/reports/model.ts'
import { useAttempt } from '../composables/attempt.ts'
import { noFilter, useContacts } from '../contacts/store.ts'
import { useUndoable } from '../contacts/undoable.ts'
import { useSegments } from '../segments/store.ts'

type List = Report['lists'][number]

/** Keeps whom a report tells of as a saved filter, unless it is there, and opens it in the list of contacts. */
export function useHandingOver() {
  const { t } = useI18n()
  const router = useRouter()
  const [contacts, segments] = [useContacts(), useSegments()]
  const announce = useUndoable()
  const { attempt } = useAttempt()

  const isKept = ({ filter }: List) => segments.all.some(one => JSON.stringify(one.filter) === JSON.stringify(filter))
  const open = (list: List) =>
    attempt(async () => {
      if (!isKept(list)) {
        const { operation } = await segments.create(list)
        announce(t('reports.handed', { name: list.name }), operation)
      }
      contacts.narrow({ ...noFilter, conditions: list.filter })
      await router.push({ name: 'contacts' })
    })
  return { open }
}
