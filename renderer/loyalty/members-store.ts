import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Output } from '../../shared/contract.ts'
import { MemberFilter, type Member } from '../../shared/loyalty/members.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useScrolled } from '../composables/scrolled.ts'

export type LapsingSoon = Output<'loyalty.lapsing'>
const loyaltyTables = ['loyaltyLot', 'loyaltyEntry', 'loyaltyProgramme', 'loyaltyTerms', 'contact']

const atOnce = 100
const everybody = (programmeId: number) => MemberFilter.parse({ programmeId })

/** Members of a programme as they were filtered last, what the shop owes them, and who loses something soon. */
export const useMembers = defineStore('loyaltyMembers', () => {
  const api = useApi()
  const filter = shallowRef<MemberFilter | null>(null)
  const {
    rows,
    hasMore,
    failure,
    begin,
    loadMore: more,
    forget,
  } = useScrolled<Member>(
    () => {
      const question = filter.value
      return question && (async ({ length: offset }, limit) => (await api('loyalty.members', { ...question, offset, limit })).members)
    },
    { atOnce, changes: loyaltyTables, every: 250 },
  )
  const programmeId = computed(() => filter.value?.programmeId ?? null)
  const ofProgramme = <T>(ask: (programmeId: number) => Promise<T>) =>
    useAnswer(() => (programmeId.value === null ? null : ask(programmeId.value)), { of: programmeId, changes: loyaltyTables, every: 250 })
  const { answer: liability } = ofProgramme(programmeId => api('loyalty.liability', { programmeId }))
  const { answer: lapsing } = ofProgramme(programmeId => api('loyalty.lapsing', { programmeId }))
  const isFiltered = computed(() => filter.value !== null && (filter.value.text !== '' || filter.value.tier !== null))

  function show(programmeId: number) {
    if (filter.value?.programmeId !== programmeId) {
      filter.value = everybody(programmeId)
      forget()
    }
    void begin()
  }
  function narrow(change: Partial<MemberFilter>) {
    if (filter.value === null) return
    filter.value = { ...filter.value, ...change }
    void begin()
  }
  /** By another column, or the other way round. */
  const sortBy = (sort: MemberFilter['sort']) =>
    narrow(filter.value?.sort === sort ? { descending: !filter.value.descending } : { sort, descending: sort !== 'name' })
  const adjustMany = (contactIds: readonly number[], points: number, note: string) =>
    api.noted('loyalty.adjustMany', { contactIds: [...contactIds], programmeId: filter.value?.programmeId ?? 0, points, note })

  return { filter, rows, hasMore, liability, lapsing, failure, isFiltered, show, narrow, sortBy, more, adjustMany }
})
