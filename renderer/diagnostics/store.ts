import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Diagnostics, LogLine } from '../../shared/diagnostics/model.ts'
import type { Retention, RetentionState } from '../../shared/retention/model.ts'
import { useApi } from '../api.ts'

/** How the data and what keeps it are, as it was last asked. */
export const useDiagnostics = defineStore('diagnostics', () => {
  const api = useApi()
  const state = shallowRef<Diagnostics | null>(null)
  const retention = shallowRef<RetentionState | null>(null)
  const log = shallowRef<readonly LogLine[] | null>(null)

  async function load() {
    const [about, kept, { lines }] = await Promise.all([
      api('diagnostics.state', {}),
      api('retention.state', {}),
      api('diagnostics.log', {}),
    ])
    state.value = about
    retention.value = kept
    log.value = lines
  }

  return {
    ...{ state, retention, log, load },
    check: () => api('database.check', {}),
    async compact() {
      const done = await api.run('database.compact', {})
      await load()
      return done
    },
    async changeRetention(changes: Partial<Retention>) {
      const done = await api.noted('retention.change', changes)
      await load()
      return done
    },
    async forget() {
      const done = await api.run('retention.forget', {})
      await load()
      return done
    },
  }
})
