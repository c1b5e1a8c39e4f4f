import { useI18n } from 'vue-i18n'
import type { Document, DocumentKind, DocumentState } from '../../shared/invoices/model.ts'
import type { Tone } from '../ui/tones.ts'

export const stateTones = {
  draft: 'quiet',
  open: 'blue',
  partPaid: 'amber',
  overdue: 'red',
  paid: 'green',
  accepted: 'green',
  declined: 'quiet',
  expired: 'amber',
  invoiced: 'green',
} as const satisfies Record<DocumentState, Tone>

type Named = Readonly<{ kind: DocumentKind; number: string | null }>
type Stated = Pick<Document, 'kind' | 'state'>

/** What documents are called. */
export function useDocumentWords() {
  const { t } = useI18n()

  /** Credit notes are given back rather than paid. */
  function stateText({ kind, state }: Stated) {
    if (kind === 'creditNote' && state !== 'draft') return t(`invoices.states.creditNote.${state === 'paid' ? 'paid' : 'open'}`)
    return t(`invoices.states.${state}`)
  }
  const stateTone = ({ kind, state }: Stated): Tone => (kind === 'creditNote' && state === 'overdue' ? 'blue' : stateTones[state])
  const kindText = (kind: DocumentKind) => t(`invoices.kinds.${kind}`)

  return {
    kindText,
    stateText,
    stateTone,
    /** Invoice 2026-0041, or the draft of one. */
    nameOf: ({ kind, number }: Named) => (number === null ? t(`invoices.drafts.${kind}`) : `${kindText(kind)} ${number}`),
    buyerText: (name: string) => name || t('appointments.walkIn'),
  }
}
