import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { VaultState } from '../../shared/vault/model.ts'
import { useApi } from '../api.ts'
import { useAppEvents } from '../composables/events.ts'

/** Whether the data on the disk is encrypted. */
export const useVault = defineStore('vault', () => {
  const api = useApi()
  const state = shallowRef<VaultState | null>(null)

  async function load() {
    state.value = await api('vault.state', {})
  }

  useAppEvents(event => {
    if (event.type === 'job' && event.job.call.startsWith('backups.') && event.job.state === 'done' && state.value) void load()
  })

  return {
    state,
    load,
    unlock: (passphrase: string) => api.run('vault.unlock', { passphrase }),
    encrypt: (wanted: Input<'vault.encrypt'>) => api.run('vault.encrypt', wanted),
    decrypt: (current: string) => api.run('vault.decrypt', { current }),
    saveSheet: (wanted: Input<'vault.sheet'>) => api.run('vault.sheet', wanted),
    async keep(isKept: boolean) {
      await api('vault.keep', { isKept })
      await load()
    },
    async removeReadable() {
      const { removed } = await api.run('vault.removeReadable', {})
      await load()
      return removed
    },
  }
})
