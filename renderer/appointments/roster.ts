import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Service } from '../../shared/catalogue/model.ts'
import type { Closure } from '../../shared/openings/model.ts'
import type { Resource } from '../../shared/resources/model.ts'
import type { Absence, Staff } from '../../shared/staff/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { useSettings } from '../settings/store.ts'
import type { Openings } from './hours.ts'
import type { Days } from './range.ts'

const byId = <T extends { id: number }>(list: readonly T[]): ReadonlyMap<number, T> => new Map(list.map(one => [one.id, one]))
const current = <T extends { archivedAt: string | null }>(list: readonly T[]) => list.filter(({ archivedAt }) => archivedAt === null)

/** Who and what there is to book, and when. Those who left stay known by name. */
export const useRoster = defineStore('roster', () => {
  const api = useApi()
  const settings = useSettings()
  const everybody = shallowRef<readonly Staff[]>([])
  const everything = shallowRef<readonly Service[]>([])
  const allResources = shallowRef<readonly Resource[]>([])
  const closures = shallowRef<readonly Closure[]>([])
  const absences = shallowRef<readonly Absence[]>([])
  const isLoaded = shallowRef(false)
  let days: Days | null = null

  async function load() {
    const [people, services, resources, closed] = await Promise.all([
      api('staff.list', {}),
      api('catalogue.services', {}),
      api('resources.list', {}),
      api('openings.closures', {}),
    ])
    everybody.value = people
    everything.value = services
    allResources.value = resources
    closures.value = closed
    isLoaded.value = true
  }

  async function look(at: Days) {
    days = at
    const found = await api('staff.absences', at)
    if (days === at) absences.value = found
  }

  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined)
  useChanges(['staff', 'staffService', 'service', 'resource', 'closure'], () => isLoaded.value && quietly(load()))
  useChanges(['absence'], () => days && quietly(look(days)))

  return {
    isLoaded,
    closures,
    staff: computed(() => current(everybody.value)),
    services: computed(() => current(everything.value)),
    resources: computed(() => current(allResources.value)),
    staffById: computed(() => byId(everybody.value)),
    serviceById: computed(() => byId(everything.value)),
    resourceById: computed(() => byId(allResources.value)),
    openings: computed<Openings>(() => ({ week: settings.shop.openingHours, closures: closures.value, absences: absences.value })),
    load,
    look,
  }
})
