import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { allListColumns, chosenColumns, fieldIdOf, isOwnColumn, type ListColumn } from '../../shared/contacts/columns.ts'
import { useFields } from '../fields/store.ts'
import { useSettings } from '../settings/store.ts'

/** The list's columns, as this PC remembers them. */
export function useColumns() {
  const settings = useSettings()
  const fields = useFields()
  // Stands until the answer is there, so that two quick choices do not undo each other.
  const wanted = shallowRef<readonly ListColumn[] | null>(null)
  const columns = computed(() => chosenColumns(wanted.value ?? settings.preferences.contactColumns, fields.current))

  async function toggle(column: ListColumn) {
    const others = columns.value.filter(other => other !== column)
    wanted.value = others.length < columns.value.length ? others : [...others, column]
    await settings.prefer({ contactColumns: [...wanted.value] })
  }

  const offered = computed(() => allListColumns(fields.current))

  return { columns, offered, toggle }
}

/** What stands in the head of a column. */
export function useColumnNames() {
  const { t } = useI18n()
  const fields = useFields()
  return (column: ListColumn | 'name') =>
    column === 'name' || isOwnColumn(column)
      ? t(`contacts.columns.${column}`)
      : (fields.all.find(({ id }) => String(id) === fieldIdOf(column))?.name ?? '')
}
