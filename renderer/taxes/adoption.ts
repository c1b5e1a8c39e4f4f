import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useErrorText } from '../composables/errors.ts'
import { useUndoable } from '../contacts/undoable.ts'
import { useSettings } from '../settings/store.ts'
import { useToasts } from '../ui/toasts.ts'
import { useTaxes } from './store.ts'

/** Takes over what the law of the shop's country knows. */
export function useAdoption() {
  const { t } = useI18n()
  const announce = useUndoable()
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const settings = useSettings()
  const taxes = useTaxes()
  const busy = shallowRef(false)

  /** Where the law is not known there is nothing to take over. */
  const isKnown = shallowRef(false)
  const country = computed(() => settings.shop.country)
  watch(country, async code => (isKnown.value = (await taxes.presets(code).catch(() => [])).length > 0), { immediate: true })

  async function adopt() {
    if (busy.value) return
    busy.value = true
    const before = taxes.all.length
    try {
      const { value, operation } = await taxes.adopt(country.value)
      const count = value.length - before
      announce(count > 0 ? t('taxes.adopted', { count }, count) : t('taxes.nothingToAdopt'), operation)
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    }
    busy.value = false
  }

  return { country, isKnown, busy, adopt }
}
