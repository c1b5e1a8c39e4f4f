import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useApi } from '../api.ts'
import { useCatalogue } from '../catalogue/store.ts'
import { useAnswer } from '../composables/answer.ts'
import { useOpenings } from '../openings/store.ts'
import { useResources } from '../resources/store.ts'
import { useSettings } from '../settings/store.ts'
import { useStaff } from '../staff/store.ts'
import type { Openings } from './hours.ts'
import type { Days } from './range.ts'

const byId = <T extends { id: number }>(list: readonly T[]): ReadonlyMap<number, T> => new Map(list.map(one => [one.id, one]))

/** Who and what there is to book, and when: what the set-up's own stores know, and who is away on the days that are shown. */
export const useRoster = defineStore('roster', () => {
  const api = useApi()
  const settings = useSettings()
  const [staff, catalogue, resources, openings] = [useStaff(), useCatalogue(), useResources(), useOpenings()]
  const parts = [staff, catalogue, resources, openings]
  const isLoaded = computed(() => parts.every(part => part.isLoaded))
  /** Why one of them cannot be had. */
  const failure = computed(() => parts.find(part => part.failure)?.failure ?? null)
  const days = shallowRef<Days | null>(null)
  const { answer: absences } = useAnswer(() => days.value && api('staff.absences', days.value), {
    of: days,
    keep: true,
    changes: ['absence'],
  })

  return {
    isLoaded,
    closures: computed(() => openings.closures),
    staff: computed(() => staff.current),
    services: computed(() => catalogue.current),
    resources: computed(() => resources.current),
    // Those who left stay known by name.
    staffById: computed(() => byId(staff.all)),
    serviceById: computed(() => byId(catalogue.all)),
    resourceById: computed(() => byId(resources.all)),
    openings: computed<Openings>(() => ({
      week: settings.shop.openingHours,
      closures: openings.closures,
      absences: absences.value ?? [],
    })),
    failure,
    load: () => Promise.all(parts.filter(part => !part.isLoaded).map(part => part.load())),
    look: (at: Days) => (days.value = at),
  }
})
