import { spelt } from './spelling.ts'

const legalForms = new Set(
  (
    'gmbh mbh ag kg ohg ug gbr ek ev co cokg inh inhaber inc incorporated ltd limited llc llp lp plc corp corporation company ' +
    'sarl sas sa sl srl spa snc bv nv vof as oy ab aps kft sro zoo sti ltda eirl pty and und et y e the der die das'
  ).split(' '),
)

/** A firm's name without its legal form: `Müller & Söhne GmbH & Co. KG` is `muller sohne`. */
export function organizationText(organization: string) {
  if (organization === '') return ''
  const words = spelt(organization.replace(/\.(?=\p{L}\.?)/gu, '')).split(' ')
  const telling = words.filter(word => !legalForms.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}
