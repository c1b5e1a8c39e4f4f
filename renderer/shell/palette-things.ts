import { ChartColumn, ConciergeBell, FileText, Gift, Package, SquareKanban } from '@lucide/vue'
import { computed, type Component, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter, type RouteLocationRaw } from 'vue-router'
import { fold } from '../../shared/text.ts'
import { readCode, writtenCode } from '../../shared/vouchers/code.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { addressOf } from '../reports/address.ts'

const atMost = 5
/** One letter fits everything. */
const fewest = 2

type PaletteThing = Readonly<{
  id: string
  group: 'documents' | 'vouchers' | 'deals' | 'catalogue' | 'reports'
  text: string
  /** Whose it is, or what. */
  hint: string
  icon: Component
  run: () => unknown
}>

/** What is no contact and has a name or a number of its own. */
export function usePaletteThings(text: Ref<string>) {
  const { t } = useI18n()
  const api = useApi()
  const router = useRouter()
  const wanted = computed(() => text.value.trim().slice(0, 100))

  function thing(group: PaletteThing['group'], id: string | number, icon: Component, [name, hint]: [string, string], to: RouteLocationRaw) {
    return { id: `${group}-${id}`, group, text: name, hint, icon, run: () => router.push(to) }
  }

  /** By a number: whoever types a name means the person. */
  async function documents(typed: string) {
    const found = /\d/.test(typed) ? await api('invoices.list', { text: typed, limit: atMost }) : []
    return found.flatMap(({ id, kind, number, buyerName }) => {
      const name = number === null ? [] : [`${t(`documents.kinds.${kind}`)} ${number}`]
      return name.map(one => thing('documents', id, FileText, [one, buyerName], { name: 'invoice', params: { id } }))
    })
  }

  async function vouchers(typed: string) {
    const code = readCode(typed)
    const found = code === null ? [] : await api('vouchers.list', { text: code, limit: atMost })
    return found.map(({ id, code, holder }) =>
      thing('vouchers', id, Gift, [writtenCode(code), holder], { name: 'voucher', params: { id } }),
    )
  }

  async function deals(typed: string) {
    const found = await api('deals.search', { text: typed, limit: atMost })
    return found.map(({ id, title, contactName }) =>
      thing('deals', id, SquareKanban, [title, contactName], { name: 'deal', params: { id } }),
    )
  }

  async function catalogue(typed: string) {
    const found = await api('catalogue.find', { text: typed, limit: atMost })
    return found.map(({ kind, id, name, category }) =>
      thing('catalogue', `${kind}-${id}`, kind === 'service' ? ConciergeBell : Package, [name, category], { name: `${kind}Settings` }),
    )
  }

  async function reports(typed: string) {
    const [offers, saved] = await Promise.all([api('reports.list', {}), api('reports.saved', {})])
    const all = [
      ...saved.map(({ id, name, question }) => thing('reports', `saved-${id}`, ChartColumn, [name, ''], addressOf(question, id))),
      ...offers.map(({ report, title }) => thing('reports', report, ChartColumn, [title, ''], { name: 'report', params: { report } })),
    ]
    return all.filter(({ text: name }) => fold(name).includes(fold(typed))).slice(0, atMost)
  }

  async function search(typed: string) {
    const groups = typed.length < fewest ? [] : [documents, vouchers, deals, catalogue, reports]
    const answers = await Promise.allSettled(groups.map(group => group(typed)))
    return {
      text: typed,
      things: answers.flatMap(answer => (answer.status === 'fulfilled' ? answer.value : [])),
      // What is found of the others is shown all the same.
      failure: answers.find(answer => answer.status === 'rejected')?.reason as unknown,
    }
  }
  const { answer, failure } = useAnswer(() => (wanted.value ? search(wanted.value) : null), { of: wanted, keep: true, rest: 60 })

  return {
    things: computed<readonly PaletteThing[]>(() => answer.value?.things ?? []),
    isAnswered: computed(() => (answer.value?.text ?? '') === wanted.value || failure.value !== null),
    error: computed(() => failure.value ?? answer.value?.failure ?? null),
  }
}
