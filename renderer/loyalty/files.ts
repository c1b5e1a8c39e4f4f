import { useI18n } from 'vue-i18n'
import { fileName } from '../../shared/files/names.ts'
import type { LoyaltyCard } from '../../shared/loyalty/card.ts'
import type { MemberFilter } from '../../shared/loyalty/members.ts'
import { useApi } from '../api.ts'
import { useErrorText } from '../composables/errors.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { useWrittenFile } from '../composables/written-file.ts'
import { useToasts } from '../ui/toasts.ts'

/** Tables of points, and a client's points and card on paper. */
export function useLoyaltyFiles() {
  const { t } = useI18n()
  const api = useApi()
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const { today } = useShopClock()
  const { save, busy, failure } = useWrittenFile()

  function say(name: string, written: unknown) {
    if (written) toasts.notify({ text: t('invoices.files.saved', { name }) })
    else if (failure.value) toasts.notify({ text: errorText(failure.value), tone: 'error' })
  }
  const table = (what: string) => `${what} ${today.value}.csv`

  return {
    busy,
    async saveMembers(filter: MemberFilter) {
      const name = table(t('loyalty.files.membersName'))
      say(name, await save<unknown>(name, out => api.run('exports.members', { ...filter, out })))
    },
    async saveLapsing(programmeId: number) {
      const name = table(t('loyalty.files.lapsingName'))
      say(name, await save<unknown>(name, out => api.run('exports.lapsing', { programmeId, out })))
    },
    async savePoints() {
      const name = table(t('loyalty.files.pointsName'))
      say(name, await save<unknown>(name, out => api.run('exports.points', { out })))
    },
    async saveCard({ id }: LoyaltyCard, client: string) {
      const name = `${fileName(`${t('loyalty.cards.fileName')} ${client}`)}.pdf`
      say(name, await save<unknown>(name, out => api.run('loyalty.saveCard', { id, out })))
    },
    async saveStatement(contactId: number, programmeId: number, client: string) {
      const name = `${fileName(`${t('loyalty.title')} ${client}`)}.pdf`
      say(name, await save<unknown>(name, out => api.run('loyalty.statement', { contactId, programmeId, out })))
    },
  }
}
