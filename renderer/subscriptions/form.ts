import { computed, reactive, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { homeOf } from '../../shared/paper/address.ts'
import { draftFor, wordsOf } from '../../shared/subscriptions/drafting.ts'
import type { NewSubscription, Period, Subscription } from '../../shared/subscriptions/model.ts'
import { periodsToCome } from '../../shared/subscriptions/periods.ts'
import { rhythmOf, ruleOf, type Rhythm } from '../../shared/subscriptions/rhythm.ts'
import { useApi } from '../api.ts'
import { useSaving } from '../composables/saving.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { usePreview } from '../invoices/editor/preview.ts'
import { nextKey } from '../invoices/editor/lines.ts'
import { draftFrom, newValues, type FormValues } from '../invoices/editor/values.ts'
import { useInvoicing } from '../invoices/invoicing.ts'
import { useSettings } from '../settings/store.ts'

export type Ends = 'never' | 'on' | 'after'
/** When it comes; `rule` where nobody would say it in words. */
export type ScheduleValues = Pick<NewSubscription, 'charging' | 'mode'> & {
  startsOn: string
  rhythm: Rhythm | null
  rule: string
  ends: Ends
  endsOn: string | null
  periods: number | null
}
const shownAhead = 4

/** A recurring invoice on its way: when it comes, what each says, and how the next one looks. */
export function useSubscriptionForm(subscription: Subscription | null, contactId: number | null) {
  const { t } = useI18n()
  const api = useApi()
  const shop = useSettings()
  const invoicing = useInvoicing()
  const { today } = useShopClock()
  const saving = useSaving()
  const usual = { pricing: invoicing.settings?.pricing ?? 'gross', language: shop.shop.language }

  const values = reactive(subscription ? valuesOf(subscription, usual) : newValues('invoice', contactId, usual))
  const schedule = reactive(subscription ? scheduleOf(subscription) : newSchedule(today.value))
  const id = shallowRef(subscription?.id ?? null)

  const rule = computed(() => (schedule.rhythm ? ruleOf(schedule.rhythm, schedule.startsOn) : schedule.rule))
  const limits = computed(() => ({
    endsOn: schedule.ends === 'on' ? schedule.endsOn : null,
    periods: schedule.ends === 'after' ? schedule.periods : null,
  }))
  /** Where nothing was changed about its days, it goes on where it stands. */
  const nextFrom = computed(() => {
    const isAsItWas = subscription?.next && schedule.startsOn === subscription.startsOn && rule.value === subscription.rule
    return isAsItWas ? subscription.next!.firstDay : schedule.startsOn
  })
  const coming = computed(() => comingOf(rule.value, subscription?.made ?? 0))

  /** What is still being typed has no days yet. */
  function comingOf(rule: string, made: number): Period[] {
    const { startsOn, charging } = schedule
    try {
      return periodsToCome({ rule, startsOn, nextFrom: nextFrom.value, charging }, limits.value, made, shownAhead)
    } catch {
      return []
    }
  }

  const sent = computed(() => {
    const { buyer, pricing, language, lines, discount, paymentDays, title, header, footer, note } = draftFrom(values)
    const template = { buyer, pricing, language, lines, discount, paymentDays, title, header, footer, note }
    const { startsOn, charging, mode } = schedule
    return { contactId: values.contactId ?? 0, template, rule: rule.value, startsOn, charging, mode, ...limits.value }
  })
  const saved = shallowRef(JSON.stringify(sent.value))
  const isDirty = computed(() => JSON.stringify(sent.value) !== saved.value)
  const next = computed(() => coming.value[0] ?? null)
  const draft = computed(() => {
    const { template } = sent.value
    const language = template.language ?? shop.shop.language
    const home = invoicing.settings ? homeOf(invoicing.settings.seller) : ''
    return next.value ? { ...draftFor(template, 1, next.value, wordsOf(next.value, language, home)), contactId: values.contactId } : null
  })
  const { preview, failure } = usePreview(draft)

  async function save() {
    const wanted = sent.value
    const known = id.value
    const done = await saving.save(
      () => (known === null ? api.noted('subscriptions.create', wanted) : api.noted('subscriptions.change', { ...wanted, id: known })),
      t('subscriptions.saved'),
    )
    if (!done) return null
    id.value = done.id
    saved.value = JSON.stringify(wanted)
    return done
  }

  return { values, schedule, coming, preview, failure, isDirty, save, saving, id }
}

function valuesOf({ contactId, template }: Subscription, usual: Pick<FormValues, 'pricing' | 'language'>): FormValues {
  const { lines, pricing = usual.pricing, language = usual.language, ...rest } = template
  return { ...newValues('invoice', contactId, { pricing, language }), ...rest, lines: lines.map(line => ({ ...line, key: nextKey() })) }
}

/** The next period is where a change begins. */
function scheduleOf({ rule, startsOn, next, charging, mode, endsOn, periods }: Subscription): ScheduleValues {
  const ends = endsOn !== null ? 'on' : periods !== null ? 'after' : 'never'
  const from = next?.firstDay ?? startsOn
  const rhythm = rhythmOf(rule, startsOn)
  const isSameAnywhere = rhythm !== null && ruleOf(rhythm, from) === rule
  return { startsOn: isSameAnywhere ? from : startsOn, rhythm, rule, charging, mode, ends, endsOn, periods }
}

const newSchedule = (today: string): ScheduleValues => ({
  ...{ startsOn: today, rhythm: { every: 1, unit: 'month', onLastDay: false }, rule: '' },
  ...{ charging: 'advance', mode: 'draft', ends: 'never', endsOn: null, periods: null },
})
