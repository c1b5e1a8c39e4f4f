import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Backup, BackupSettings, BackupState, Counts } from '../../shared/backups/model.ts'
import type { WantedBackup } from '../../shared/backups/contract.ts'
import type { Input } from '../../shared/contract.ts'
import type { FileToken } from '../../shared/files/model.ts'
import { useApi } from '../api.ts'
import { useAppEvents } from '../composables/events.ts'

/** The backups, and how safe the shop's data is at this moment. */
export const useBackups = defineStore('backups', () => {
  const api = useApi()
  const state = shallowRef<BackupState | null>(null)
  const all = shallowRef<readonly Backup[] | null>(null)
  const today = shallowRef<Counts | null>(null)
  const running = shallowRef<ReadonlySet<number>>(new Set())

  /** In memory there is nothing to back up: then there is nothing to say of it either. */
  async function load() {
    state.value = await api('backups.state', {}).catch(() => null)
  }

  async function loadAll() {
    const listed = await api('backups.list', {})
    all.value = listed.backups
    today.value = listed.today
  }

  const loadSoon = useDebounceFn(load, 400, { maxWait: 4000 })
  useAppEvents(event => {
    if (event.type === 'changed') return void loadSoon()
    if (event.type !== 'job' || !event.job.call.startsWith('backups.')) return
    const { id, call, state } = event.job
    const others = [...running.value].filter(other => other !== id)
    running.value = new Set(state === 'running' && call === 'backups.create' ? [...others, id] : others)
    if (state !== 'running') void Promise.all([load(), all.value && loadAll()])
  })

  return {
    ...{ state, all, today, load, loadAll },
    isRunning: computed(() => running.value.size > 0),
    create: () => api.run('backups.create', {}),
    copy: () => api.run('backups.copy', {}),
    verify: (wanted: WantedBackup, options: { signal?: AbortSignal } = {}) => api.run('backups.verify', wanted, options),
    restore: (wanted: WantedBackup) => api.run('backups.restore', wanted),
    pastContacts: (wanted: Input<'backups.contacts'>) => api.run('backups.contacts', wanted),
    bringBack: (wanted: Input<'backups.bringBack'>) => api.noted('backups.bringBack', wanted),
    salvage: () => api.run('database.salvage', {}),
    saveSheet: (out: FileToken) => api.run('backups.sheet', { out }),
    async changeSettings(changes: Partial<BackupSettings>) {
      await api('backups.changeSettings', changes)
      await load()
    },
    async setPassphrase(passphrase: string | null) {
      await api('backups.setPassphrase', { passphrase })
      await load()
    },
    async addPlace(out: FileToken) {
      await api.run('backups.addPlace', { out })
      await api.run('backups.copy', {})
    },
    async removePlace(id: string) {
      await api('backups.removePlace', { id })
      await load()
    },
  }
})
