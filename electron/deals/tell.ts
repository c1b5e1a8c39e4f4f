import type { Deal } from '../../shared/deals/model.ts'
import type { CommandContext } from '../handlers.ts'

/** For the history: what was done with a deal, and whose it is. */
export function tell(
  { describe }: CommandContext,
  text: string,
  { title, contactName, contactId }: Deal,
  more: Record<string, string> = {},
) {
  describe(text, { name: contactName, title: title || contactName, ...more }, contactId)
}
