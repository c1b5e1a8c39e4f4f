import type { EInvoice, Party } from './model.ts'
import { peppolRules, xrechnungRules } from './rules/profiles.ts'
import { breachesOf } from './rules/rules.ts'

const billing = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'
const xrechnung = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0'
const peppol = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'

/**
 * The narrowest profile whose rules an invoice keeps: XRechnung for German sellers, Peppol BIS 3 where both sides have an address
 * in its network, EN 16931 alone elsewhere. A file that claims a profile is refused where it breaks its rules.
 */
export function inProfile(invoice: EInvoice, syntax: 'ubl' | 'cii'): EInvoice {
  if (breachesOf(invoice, xrechnungRules).length === 0) return { ...invoice, customization: xrechnung, process: billing }
  const inNetwork = { ...invoice, seller: inPeppol(invoice.seller), buyer: inPeppol(invoice.buyer) }
  const isPeppol = syntax === 'ubl' && breachesOf(inNetwork, peppolRules).length === 0
  return isPeppol ? { ...inNetwork, customization: peppol, process: billing } : invoice
}

/** Schemes of addresses that are VAT identifiers, of those countries where these are what Peppol knows a business by. */
const vatSchemes: Readonly<Record<string, string>> = {
  ...{ AT: '9914', CY: '9928', DE: '9930', EE: '9931', EL: '9933', ES: '9920', FR: '9957', GB: '9932', HR: '9934', HU: '9910', IE: '9935' },
  ...{ LT: '9937', LU: '9938', LV: '9939', MT: '9943', NL: '9944', PL: '9945', PT: '9946', RO: '9947', SI: '9949', SK: '9950' },
}

function inPeppol(party: Party): Party {
  const country = party.vatId.slice(0, 2)
  if (country === 'BE') return { ...party, endpoint: { scheme: '0208', id: party.vatId.slice(2) } }
  const scheme = vatSchemes[country] ?? ''
  return { ...party, endpoint: { scheme, id: scheme && party.vatId } }
}
