import { inject, type InjectionKey } from 'vue'
import type { Api } from '../shared/api.ts'
import type { Host } from './host.ts'

export const apiKey: InjectionKey<Api> = Symbol('api')
export const hostKey: InjectionKey<Host> = Symbol('host')

export const useApi = () => provided(apiKey)
export const useHost = () => provided(hostKey)

function provided<T>(key: InjectionKey<T>) {
  const value = inject(key)
  if (!value) throw new Error(`Nothing was provided for ${String(key)}`)
  return value
}
