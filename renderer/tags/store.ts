import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ColouredTag } from '../../shared/tags/model.ts'
import { fold } from '../../shared/text.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { toneOf, type Tone } from '../ui/tones.ts'

/** The shop's tags and their colours. */
export const useTags = defineStore('tags', () => {
  const api = useApi()
  const all = shallowRef<readonly ColouredTag[]>([])
  const tones = computed(() => new Map(all.value.flatMap(({ name, colour }) => (colour ? [[fold(name), colour] as const] : []))))

  const load = async () => void (all.value = await api('tags.list', {}))

  // Without an answer tags have the colours of their names.
  load().catch(() => undefined)
  useChanges(['tag', 'contactTag'], () => void load())

  return {
    all,
    load,
    toneFor: (name: string): Tone => tones.value.get(fold(name)) ?? toneOf(name),
    update: (change: { id: number; name?: string; colour?: ColouredTag['colour'] }) => api.noted('tags.update', change),
    merge: (id: number, into: number) => api.noted('tags.merge', { id, into }),
    remove: (id: number) => api.noted('tags.remove', { id }),
  }
})
