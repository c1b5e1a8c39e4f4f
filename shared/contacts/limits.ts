/** The most that a field takes: characters of a text, entries of a list. */
export const limits = {
  label: 40,
  number: 60,
  address: 254,
  street: 200,
  postalCode: 20,
  locality: 100,
  region: 100,
  country: 60,
  namePrefix: 40,
  givenName: 100,
  additionalName: 100,
  familyName: 100,
  nameSuffix: 40,
  organization: 200,
  language: 35,
  note: 20_000,
  source: 200,
  tag: 60,
  alert: 200,
  consentSource: 200,
  phones: 50,
  emails: 50,
  addresses: 50,
  tags: 100,
  alerts: 20,
} as const

/** Stricter than RFC 5322, which allows commas in quotes and names without a dot: in a shop both are slips of the finger. */
export const emailPattern = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;.<>()"]{2,}$/u
