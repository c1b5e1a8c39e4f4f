import { useI18n } from 'vue-i18n'
import type { Alert } from '../../shared/contacts/alerts.ts'
import type { Contact } from '../../shared/contacts/model.ts'

/** What must be seen before anything else, in words. */
export function useAlertWords() {
  const { t } = useI18n()

  function textOf({ kind, text }: Alert) {
    if (kind === 'other') return text
    return text ? t(`contacts.alerts.${kind}`, { text }) : t(`contacts.alerts.kinds.${kind}`)
  }

  return {
    textOf,
    /** Where there is little room. */
    shortOf: ({ alerts, blockedAt }: Pick<Contact, 'alerts' | 'blockedAt'>) => {
      const [first] = alerts
      if (blockedAt) return t('contacts.block.blocked')
      return first ? (first.kind === 'other' ? first.text : t(`contacts.alerts.kinds.${first.kind}`)) : ''
    },
    alertsOf: ({ alerts, blockedAt }: Pick<Contact, 'alerts' | 'blockedAt'>) => [
      ...(blockedAt ? [t('contacts.block.blocked')] : []),
      ...alerts.map(textOf),
    ],
  }
}
