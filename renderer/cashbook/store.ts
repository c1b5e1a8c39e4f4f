import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'

/** A day of the drawer, and how earlier days were closed. */
export const useCashbook = defineStore('cashbook', () => {
  const api = useApi()
  /** Left out: today, as the shop's wall has it. */
  let wanted: string | undefined
  const { answer, failure, load } = useAnswer(read, { changes: ['cashEntry', 'cashClosing', 'payment'] })

  async function read() {
    const day = await api('cashbook.day', wanted ? { day: wanted } : {})
    const days = { from: day.day, to: day.day }
    const [closings, payments] = await Promise.all([api('cashbook.closings', { limit: 60 }), api('payments.list', { ...days, limit: 200 })])
    return { day, closings, payments }
  }

  function show(of?: string) {
    wanted = of
    return load()
  }

  return {
    ...{ failure, show },
    day: computed(() => answer.value?.day ?? null),
    closings: computed(() => answer.value?.closings ?? []),
    /** Those of the day, by their ids: what the drawer's entries are about. */
    payments: computed(() => new Map(answer.value?.payments.map(payment => [payment.id, payment]))),
  }
})
