import { computed, shallowRef } from 'vue'
import { chosenColumns, type ListColumn } from '../../shared/contacts/columns.ts'
import { useSettings } from '../settings/store.ts'

/** The list's columns, as this PC remembers them. */
export function useColumns() {
  const settings = useSettings()
  // Stands until the answer is there, so that two quick choices do not undo each other.
  const wanted = shallowRef<readonly ListColumn[] | null>(null)
  const columns = computed(() => chosenColumns(wanted.value ?? settings.preferences.contactColumns))

  async function toggle(column: ListColumn) {
    const others = columns.value.filter(other => other !== column)
    wanted.value = others.length < columns.value.length ? others : [...others, column]
    await settings.prefer({ contactColumns: [...wanted.value] })
  }

  return { columns, toggle }
}
