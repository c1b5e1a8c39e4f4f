import { onScopeDispose } from 'vue'
import type { AppEvent } from '../../shared/events.ts'
import { useHost } from '../api.ts'

/** Listens to the main process for as long as the component or store lives. */
export function useAppEvents(listener: (event: AppEvent) => void) {
  onScopeDispose(useHost().subscribe(listener))
}

export type Tables = readonly string[] | 'all'

/** Runs `reload` when one of these tables has changed, whoever changed it. */
export function useChanges(tables: Tables, reload: () => void) {
  useAppEvents(event => {
    if (event.type === 'changed' && (tables === 'all' || event.tables.some(table => tables.includes(table)))) reload()
  })
}
