import { useI18n } from 'vue-i18n'
import type { Appointment, BookedService, CalendarEntry, Client, Slot, WantedService } from '../../shared/appointments/model.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useAlertWords } from '../contacts/alerts.ts'
import { useRoster } from './roster.ts'

type Part = Pick<BookedService | WantedService | Slot['services'][number], 'serviceId' | 'staffId' | 'resourceId'>

/** Visits in words. */
export function useVisitWords() {
  const { t } = useI18n()
  const roster = useRoster()
  const { list } = useFormatters()
  const { shortOf, alertsOf } = useAlertWords()

  const staffName = (id: number | null) => (id === null ? t('appointments.anybody') : (roster.staffById.get(id)?.name ?? ''))
  const serviceName = (id: number | null) => (id === null ? t('appointments.blocked') : (roster.serviceById.get(id)?.name ?? ''))
  const resourceName = (id: number | null) => (id === null ? '' : (roster.resourceById.get(id)?.name ?? ''))
  const unique = (names: readonly string[]) => [...new Set(names.filter(Boolean))]

  /** Whose time it is, or what it is for. */
  function nameOf({ kind, title, client }: Pick<CalendarEntry, 'kind' | 'title' | 'client'>) {
    if (client) return client.name
    return title || t(kind === 'block' ? 'appointments.blocked' : 'appointments.walkIn')
  }

  function duration(minutes: number) {
    const hours = Math.floor(minutes / 60)
    if (hours === 0) return t('appointments.minutes', { minutes })
    return minutes % 60 === 0 ? t('appointments.hours', { hours }) : t('appointments.hoursAndMinutes', { hours, minutes: minutes % 60 })
  }

  const asContact = ({ alerts, isBlocked }: Client) => ({ alerts, blockedAt: isBlocked ? 'blocked' : null })

  return {
    staffName,
    serviceName,
    resourceName,
    nameOf,
    duration,
    servicesText: ({ services }: { services: readonly Part[] }) => list(unique(services.map(({ serviceId }) => serviceName(serviceId)))),
    staffText: ({ services }: { services: readonly Part[] }) =>
      list(unique(services.map(({ staffId }) => (staffId === null ? '' : staffName(staffId))))),
    /** By whom, where, and how long. */
    partText: ({ staffId, resourceId, durationMinutes }: BookedService) =>
      [staffName(staffId), resourceName(resourceId), duration(durationMinutes)].filter(Boolean).join(' · '),
    statusText: (status: Appointment['status']) => t(`appointments.status.${status}`),
    /** What must not be overlooked, in a word or two; empty where nothing is. */
    alertOf: (client: Client | null) => (client ? shortOf(asContact(client)) : ''),
    alertsOf: (client: Client | null) => (client ? alertsOf(asContact(client)) : []),
  }
}
export type VisitWords = ReturnType<typeof useVisitWords>
