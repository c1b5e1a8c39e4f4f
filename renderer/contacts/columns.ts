import { computed } from 'vue'
import { chosenColumns, type ListColumn } from '../../shared/contacts/columns.ts'
import { useSettings } from '../settings/store.ts'

/** The list's columns, as this PC remembers them. */
export function useColumns() {
  const settings = useSettings()
  const columns = computed(() => chosenColumns(settings.preferences.contactColumns))
  const choose = (wanted: readonly ListColumn[]) => settings.prefer({ contactColumns: [...wanted] })
  return { columns, choose }
}
