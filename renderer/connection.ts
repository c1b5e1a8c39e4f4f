import { useIntervalFn } from '@vueuse/core'
import { inject, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import { AppError } from '../shared/errors.ts'
import type { AppEvent } from '../shared/events.ts'
import type { Host } from './host.ts'

export type Connection = { lost: Readonly<ShallowRef<boolean>>; retry(): Promise<void> }
export const connectionKey: InjectionKey<Connection> = Symbol('connection')

const retryEvery = 3000
/** Whatever has happened meanwhile: everybody reads again. */
const everything: AppEvent = { type: 'changed', tables: ['contact', 'contactTag', 'setting', 'activity', 'attachment'] }

/** Notices when the main process stops answering, asks until it answers again, and then has everything read anew. */
export function watchConnection(host: Host): { host: Host; connection: Connection } {
  const lost = shallowRef(false)
  const listeners = new Set<(event: AppEvent) => void>()

  async function call(name: string, input: unknown) {
    try {
      const result = await host.call(name, input)
      if (lost.value) listeners.forEach(listener => listener(everything))
      lost.value = false
      return result
    } catch (cause) {
      lost.value = true
      throw new AppError('unexpected', 'noAnswer', undefined, { cause })
    }
  }

  function subscribe(listener: (event: AppEvent) => void) {
    const unsubscribe = host.subscribe(listener)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      unsubscribe()
    }
  }

  const retry = () =>
    call('preferences.get', {}).then(
      () => undefined,
      () => undefined,
    )
  useIntervalFn(() => lost.value && void retry(), retryEvery)
  return { host: { ...host, call, subscribe }, connection: { lost, retry } }
}

export function useConnection() {
  const connection = inject(connectionKey)
  if (!connection) throw new Error('No connection was provided')
  return connection
}
