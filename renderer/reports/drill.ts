import { useRouter } from 'vue-router'
import type { ContactFilter } from '../../shared/contacts/model.ts'
import type { Link } from '../../shared/reports/model.ts'
import { paymentMethods } from '../../shared/payments/model.ts'
import { useCalendarPlace } from '../appointments/place.ts'
import { noFilter, useContacts } from '../contacts/store.ts'
import { everything, useInvoices } from '../invoices/store.ts'
import { usePayments } from '../payments/store.ts'

/** Opens what is behind a row of a report, on the page that has it anyway. */
export function useDrill() {
  const router = useRouter()
  const [calendar, contacts, invoices, payments] = [useCalendarPlace(), useContacts(), useInvoices(), usePayments()] as const
  const days = ({ from, to }: Link['query']) => ({ from: from ?? null, to: to ?? null })

  const prepare: Record<string, (query: Link['query']) => void> = {
    invoices: query => invoices.narrow({ ...everything, ...days(query) }),
    payments: query => payments.narrow({ ...days(query), method: paymentMethods.find(method => method === query.method) ?? null }),
    calendar: ({ day, view }) => calendar.show(day!, view === 'day' ? 'day' : 'week'),
    // The report itself has made it.
    contacts: ({ conditions }) => contacts.narrow({ ...noFilter, conditions: JSON.parse(conditions!) as ContactFilter['conditions'] }),
  }

  return function open({ page, id, query }: Link) {
    if (page === 'report') return router.push({ name: 'report', params: { report: query.report }, query: { ...query, report: undefined } })
    prepare[page]?.(query)
    return router.push({ name: page, ...(id !== null && { params: { id } }), ...(page === 'cashbook' && { query }) })
  }
}
