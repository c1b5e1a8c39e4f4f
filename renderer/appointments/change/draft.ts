import type { BookedService, CalendarEntry, WantedService } from '../../../shared/appointments/model.ts'
import type { Input } from '../../../shared/contract.ts'
import { contactIdOf, type DraftClient } from '../booking/draft.ts'
import type { RepeatDraft } from '../booking/repeat.ts'

/** A visit in hand: what of it can be changed without moving it. */
export type ChangeDraft = {
  client: DraftClient | null
  services: readonly WantedService[]
  title: string
  note: string
  source: string
  deposit: number | null
  repeat: RepeatDraft | null
}

const asWanted = ({ serviceId, staffId, resourceId, durationMinutes, price }: BookedService): WantedService => ({
  ...{ serviceId, staffId, resourceId, durationMinutes, price },
})

const clientOf = ({ kind, client }: CalendarEntry): DraftClient | null => {
  if (!client) return kind === 'block' ? null : { type: 'walkIn' }
  const { id, name, phone, alerts, isBlocked } = client
  return { type: 'contact', contact: { id, name, phone, alerts, blockedAt: isBlocked ? 'blocked' : null } }
}

export const draftOf = (entry: CalendarEntry): ChangeDraft => ({
  client: clientOf(entry),
  services: entry.services.map(asWanted),
  ...{ title: entry.title, note: entry.note, source: entry.source, deposit: entry.deposit, repeat: null },
})

type Changes = Omit<Input<'appointments.change'>, 'id' | 'scope' | 'despite'>
const changeable = ['title', 'note', 'source', 'deposit'] as const

/** What is different about it, and nothing else: of a series, the others keep what was not touched. */
export function changesOf(entry: CalendarEntry, draft: ChangeDraft): Changes {
  const before = draftOf(entry)
  const changed = changeable.filter(name => draft[name] !== before[name])
  const contactId = contactIdOf(draft.client)
  const isSame = JSON.stringify(before.services) === JSON.stringify(draft.services)
  return {
    ...Object.fromEntries(changed.map(name => [name, draft[name]])),
    ...(contactId === entry.contactId ? {} : { contactId }),
    ...(isSame ? {} : { services: [...draft.services] }),
  }
}

/** Whoever is new has no card yet, and is a change all the same. */
export const isChanged = (entry: CalendarEntry, draft: ChangeDraft) =>
  draft.repeat !== null || draft.client?.type === 'new' || Object.keys(changesOf(entry, draft)).length > 0
