import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { ColouredTag } from '../../shared/tags/model.ts'
import { fold } from '../../shared/text.ts'
import { useApi } from '../api.ts'
import { useKnownList } from '../composables/known-list.ts'
import { toneOf, type Tone } from '../ui/tones.ts'

/** The shop's tags and their colours. */
export const useTags = defineStore('tags', () => {
  const api = useApi()
  // Without an answer tags have the colours of their names.
  const { all, load } = useKnownList(() => api('tags.list', {}), ['tag', 'contactTag'])
  const tones = computed(() => new Map(all.value.flatMap(({ name, colour }) => (colour ? [[fold(name), colour] as const] : []))))

  return {
    all,
    load,
    toneFor: (name: string): Tone => tones.value.get(fold(name)) ?? toneOf(name),
    update: (change: { id: number; name?: string; colour?: ColouredTag['colour'] }) => api.noted('tags.update', change),
    merge: (id: number, into: number) => api.noted('tags.merge', { id, into }),
    remove: (id: number) => api.noted('tags.remove', { id }),
  }
})
