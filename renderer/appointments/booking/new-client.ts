import { computed } from 'vue'
import { useApi } from '../../api.ts'
import { newContact } from './clients.ts'
import type { DraftClient } from './draft.ts'

/** Whoever is new gets a card now, and not a second one where what follows is refused. */
export function useNewClient() {
  const api = useApi()
  return async function withCard(client: DraftClient | null): Promise<DraftClient | null> {
    if (client?.type !== 'new') return client
    const { id, phones, alerts, blockedAt } = await api('contacts.create', newContact(client))
    return { type: 'contact', contact: { id, name: client.name, phone: phones[0] ?? null, alerts, blockedAt } }
  }
}

/** The number of whoever is new, for a field. */
export const useNewPhone = (draft: { client: DraftClient | null }) =>
  computed({
    get: () => (draft.client?.type === 'new' ? draft.client.phone : ''),
    set: phone => draft.client?.type === 'new' && (draft.client = { ...draft.client, phone }),
  })
