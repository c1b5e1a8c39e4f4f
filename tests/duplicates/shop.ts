import type { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'

type App = Awaited<ReturnType<typeof openApp>>

export const anna = aContact({ birthday: '1984-05-14' })
const annaAgain = aContact({ givenName: 'Ana', birthday: '1984-05-14', addresses: [], tags: [], emails: [] })
const others = Array.from({ length: 40 }, (_, index) =>
  aContact({
    givenName: ['Bernd', 'Clara', 'Dieter', 'Emre', 'Frauke'][index % 5]!,
    familyName: `${['Lindner', 'Öztürk', 'Kowalski', 'Schuster'][index % 4]!}${'abcdefghij'[Math.floor(index / 4)]!}`,
    phones: [{ label: 'mobile', number: `0176 55${String(index * 7919).padStart(6, '0')}` }],
    emails: [],
    addresses: [],
    tags: [],
  }),
)

/** Forty people, and one who was written down twice. */
export async function withOneTwice<T extends Pick<App, 'api'>>(app: T) {
  for (const contact of others) await app.api('contacts.create', contact)
  const first = await app.api('contacts.create', anna)
  const second = await app.api('contacts.create', annaAgain)
  return { ...app, first: first.id, second: second.id }
}
