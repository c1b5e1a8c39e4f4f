import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Output } from '../../shared/contract.ts'
import { MemberFilter, type Member } from '../../shared/loyalty/members.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

type Liability = Output<'loyalty.liability'>
export type LapsingSoon = Output<'loyalty.lapsing'>
export const loyaltyTables = ['loyaltyLot', 'loyaltyEntry', 'loyaltyProgramme', 'loyaltyTerms', 'contact']

const atOnce = 100
const everybody = (programmeId: number) => MemberFilter.parse({ programmeId })

/** Members of a programme as they were filtered last, what the shop owes them, and who loses something soon. */
export const useMembers = defineStore('loyaltyMembers', () => {
  const api = useApi()
  const filter = shallowRef<MemberFilter | null>(null)
  const rows = shallowRef<readonly Member[] | null>(null)
  const hasMore = shallowRef(false)
  const liability = shallowRef<Liability | null>(null)
  const lapsing = shallowRef<LapsingSoon | null>(null)
  const failure = shallowRef<unknown>(null)
  const isFiltered = computed(() => filter.value !== null && (filter.value.text !== '' || filter.value.tier !== null))

  async function read(count: number) {
    const question = filter.value
    if (question === null) return
    try {
      const found: Member[] = []
      for (let offset = 0; offset === found.length && offset < count; offset += atOnce) {
        const page = await api('loyalty.members', { ...question, offset, limit: Math.min(atOnce, count - offset) })
        if (question !== filter.value) return
        found.push(...page.members)
        hasMore.value = page.hasMore
      }
      rows.value = found
      failure.value = null
    } catch (cause) {
      failure.value = cause
    }
  }

  async function weigh() {
    const programmeId = filter.value?.programmeId
    if (programmeId === undefined) return
    const [owed, soon] = await Promise.all([
      api('loyalty.liability', { programmeId }).catch(() => null),
      api('loyalty.lapsing', { programmeId }).catch(() => null),
    ])
    if (programmeId === filter.value?.programmeId) [liability.value, lapsing.value] = [owed, soon]
  }

  function show(programmeId: number) {
    if (filter.value?.programmeId !== programmeId) {
      filter.value = everybody(programmeId)
      ;[rows.value, liability.value, lapsing.value] = [null, null, null]
    }
    void Promise.all([read(atOnce), weigh()])
  }
  function narrow(change: Partial<MemberFilter>) {
    if (filter.value === null) return
    filter.value = { ...filter.value, ...change }
    void read(atOnce)
  }
  /** By another column, or the other way round. */
  const sortBy = (sort: MemberFilter['sort']) =>
    narrow(filter.value?.sort === sort ? { descending: !filter.value.descending } : { sort, descending: sort !== 'name' })
  const more = () => read((rows.value?.length ?? 0) + atOnce)
  const reload = () => {
    if (rows.value !== null) void Promise.all([read(Math.max(atOnce, rows.value.length)), weigh()])
  }
  useChanges(loyaltyTables, useThrottleFn(reload, 250, true))

  const adjustMany = (contactIds: readonly number[], points: number, note: string) =>
    api.noted('loyalty.adjustMany', { contactIds: [...contactIds], programmeId: filter.value?.programmeId ?? 0, points, note })

  return { filter, rows, hasMore, liability, lapsing, failure, isFiltered, show, narrow, sortBy, more, adjustMany }
})
