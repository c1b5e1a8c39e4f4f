import type { AppEvent } from '../shared/events.ts'

/** Who listens hears all that is told. */
export function hub() {
  const listeners = new Set<(event: AppEvent) => void>()
  return {
    emit: (event: AppEvent) => listeners.forEach(listener => listener(event)),
    /** Returns its own unsubscribe. */
    subscribe(listener: (event: AppEvent) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
