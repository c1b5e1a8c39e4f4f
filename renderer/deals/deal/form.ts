import type { Input } from '../../../shared/contract.ts'
import type { ContactLine } from '../../../shared/contacts/model.ts'
import { emptyDraft } from '../../../shared/contacts/draft.ts'
import type { Deal, Wanted } from '../../../shared/deals/model.ts'

export type Lead = { givenName: string; familyName: string; organization: string; phone: string; email: string }
type Referrer = Readonly<{ id: number; name: string }>

/** A deal as it stands in the form: what is not set is an empty text. */
export type DealForm = {
  contact: ContactLine | null
  isLead: boolean
  lead: Lead
  stageId: string
  title: string
  value: number | null
  expectedOn: string
  source: string
  campaign: string
  referrer: Referrer | null
  staffId: string
  wanted: Wanted[]
  competitors: string
  nextStep: string
  nextStepOn: string
  note: string
  tags: string[]
}

export const emptyForm = (): DealForm => ({
  ...{ contact: null, isLead: false, lead: { givenName: '', familyName: '', organization: '', phone: '', email: '' } },
  ...{ stageId: '', title: '', value: null, expectedOn: '', source: '', campaign: '', referrer: null, staffId: '' },
  ...{ wanted: [], competitors: '', nextStep: '', nextStepOn: '', note: '', tags: [] },
})

export const formOf = (deal: Deal): DealForm => {
  const { title, value, source, campaign, competitors, nextStep, note, referrer } = deal
  return {
    ...emptyForm(),
    ...{ title, value, source, campaign, competitors, nextStep, note, referrer },
    ...{ expectedOn: deal.expectedOn ?? '', nextStepOn: deal.nextStepOn ?? '', staffId: String(deal.staffId ?? '') },
    ...{ stageId: String(deal.stageId), wanted: [...deal.wanted], tags: [...deal.tags] },
  }
}

/** What the form says, as the calls want it. */
export function fieldsOf(form: DealForm) {
  const { title, value, source, campaign, competitors, nextStep, note, wanted, tags } = form
  return {
    ...{ title, value, source, campaign, competitors, nextStep, note, wanted, tags },
    expectedOn: form.expectedOn || null,
    nextStepOn: form.nextStepOn || null,
    staffId: form.staffId ? Number(form.staffId) : null,
    referrerId: form.referrer?.id ?? null,
  }
}

export const newDealOf = (form: DealForm, contactId: number | null): Input<'deals.create'> => ({
  ...fieldsOf(form),
  contactId: contactId ?? (form.isLead ? null : (form.contact?.id ?? null)),
  lead: contactId === null && form.isLead ? form.lead : null,
  stageId: form.stageId ? Number(form.stageId) : null,
})

/** The lead as the search for duplicates knows contacts. */
export const draftOfLead = ({ givenName, familyName, organization, phone, email }: Lead) => ({
  ...emptyDraft(),
  ...{ givenName, familyName, organization },
  phones: [{ label: 'mobile', number: phone }],
  emails: [{ label: 'work', address: email }],
})
