import { useI18n } from 'vue-i18n'
import { fieldIdOf, isOwnColumn, type ListColumn, type OwnColumn } from '../../../shared/contacts/columns.ts'
import type { ContactLine } from '../../../shared/contacts/model.ts'
import { useFormatters } from '../../composables/formatters.ts'
import { useFields } from '../../fields/store.ts'
import { useFieldWords } from '../../fields/words.ts'
import { useAlertWords } from '../alerts.ts'

type Cell = { text: string; title?: string }
export type RowWords = ReturnType<typeof useRowWords>

/** What the list writes into its rows: made once for all of them. */
export function useRowWords() {
  const { t } = useI18n()
  const fields = useFields()
  const textOf = useFieldWords()
  const { alertsOf, shortOf } = useAlertWords()
  const { phone, relative, dateTime, date, longDate } = useFormatters()

  const cells = {
    organization: ({ kind, organization }) => plain(kind === 'company' ? '' : organization),
    phone: contact => ({ text: contact.phone ? phone(contact.phone) : '' }),
    email: ({ email }) => plain(email),
    locality: ({ locality }) => plain(locality),
    birthday: contact => ({ text: contact.birthday ? longDate(contact.birthday) : '' }),
    source: ({ source }) => plain(source),
    followUp: ({ followUpOn }) => ({ text: followUpOn ? longDate(followUpOn) : '' }),
    created: ({ createdAt }) => ({ text: date(createdAt), title: dateTime(createdAt) }),
    changed: ({ changedAt }) => ({ text: relative(changedAt), title: dateTime(changedAt) }),
  } satisfies Record<OwnColumn, (contact: ContactLine) => Cell>

  function custom({ custom }: ContactLine, column: ListColumn): Cell {
    const id = fieldIdOf(column) ?? ''
    const field = fields.all.find(field => String(field.id) === id)
    const value = custom[id]
    return field && value !== undefined ? plain(textOf(field, value)) : { text: '' }
  }

  return {
    cell: (contact: ContactLine, column: ListColumn): Cell => (isOwnColumn(column) ? cells[column](contact) : custom(contact, column)),
    mark: ({ name }: ContactLine) => t('contacts.list.mark', { name }),
    alerts: (contact: ContactLine) => alertsOf(contact).join(' · '),
    shortAlert: shortOf,
    company: () => t('contacts.kind.company'),
  }
}

const plain = (text: string) => ({ text, title: text })
