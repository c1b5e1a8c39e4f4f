import type { Subscription } from '../../shared/subscriptions/model.ts'
import type { CommandContext } from '../handlers.ts'

/** For the history: whose it is. */
export const tell = (
  { describe }: CommandContext,
  text: string,
  { clientName, contactId }: Pick<Subscription, 'clientName' | 'contactId'>,
) => describe(text, { name: clientName }, contactId)
