import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Selection } from '../../shared/contacts/model.ts'
import type { Input } from '../../shared/contract.ts'
import { useColumns } from '../contacts/columns.ts'
import { noFilter, useContacts } from '../contacts/store.ts'
import { useFormatters } from '../composables/formatters.ts'

type Wanted = Input<'exports.contacts'>
export type Scope = 'all' | 'shown' | 'marked'

/** What an export can hold, beginning with what is nearest at hand. */
export function useExportChoices(marked: () => { selection: Selection | null; count: number }) {
  const { t, locale } = useI18n()
  const { number } = useFormatters()
  const contacts = useContacts()
  const { columns } = useColumns()

  const scope = shallowRef<Scope>('all')
  const fields = shallowRef<'all' | 'columns'>('all')
  // Where a comma separates decimals, spreadsheets expect a semicolon between the cells.
  const delimiter = shallowRef<NonNullable<Wanted['delimiter']>>(locale.value === 'de' ? ';' : ',')
  const byteOrderMark = shallowRef(true)

  const scopes = computed(() => [
    ...(marked().selection
      ? [{ value: 'marked' as const, label: t('exports.marked', { count: number(marked().count) }, marked().count) }]
      : []),
    ...(contacts.isFiltered
      ? [{ value: 'shown' as const, label: t('exports.shown', { count: number(contacts.list.total ?? 0) }, contacts.list.total ?? 0) }]
      : []),
    { value: 'all' as const, label: t('exports.all', { count: number(contacts.everyone ?? 0) }, contacts.everyone ?? 0) },
  ])
  watch(scopes, scopes => (scope.value = scopes[0]?.value ?? 'all'), { immediate: true })

  const selections = {
    all: () => ({ filter: noFilter }),
    shown: () => ({ filter: contacts.filter }),
    marked: () => marked().selection ?? { filter: contacts.filter },
  } satisfies Record<Scope, () => Selection>

  const wanted = (): Omit<Wanted, 'out'> => ({
    selection: selections[scope.value](),
    order: contacts.order,
    columns: fields.value === 'all' ? undefined : ['name', ...columns.value],
    delimiter: delimiter.value,
    byteOrderMark: byteOrderMark.value,
  })

  return { scope, scopes, fields, delimiter, byteOrderMark, wanted }
}
