import { Temporal } from 'temporal-polyfill'
import { useI18n } from 'vue-i18n'
import { ageOn, readBirthday } from '../../../shared/contacts/birthday.ts'
import { useFormatters } from '../../composables/formatters.ts'
import { useSettings } from '../../settings/store.ts'

/** Birthdays as the user writes and reads them. */
export function useBirthdays() {
  const { locale } = useI18n()
  const settings = useSettings()
  const { longDate: write } = useFormatters()
  const today = () => Temporal.Now.plainDateISO()

  return {
    write,
    read: (typed: string) => readBirthday(typed, `${locale.value}-${settings.shop.country}`, today()),
    age: (birthday: string) => ageOn(birthday, today()),
  }
}
