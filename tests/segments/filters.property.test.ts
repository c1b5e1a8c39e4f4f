import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { Filter, operators, type FilterType } from '../../shared/segments/model.ts'
import { openApp } from '../support/app.ts'
import { fits, type Known } from './evaluate.ts'

type App = Awaited<ReturnType<typeof openApp>>
const now = new Date('2026-12-20T12:00:00.000Z')

const word = fc.constantFrom('Anna', 'ANNÄ', 'ann', 'Groß', "o'hara", '%', '_', '"; drop table contact; --', '0176', '')
const day = fc
  .date({ min: new Date('2026-11-20'), max: new Date('2027-01-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const birthday = fc.oneof(
  day.map(text => `--${text.slice(5)}`),
  day.map(text => `1984${text.slice(4)}`),
  day,
  fc.constantFrom('--02-29', '1984-02-28', '1984-02-29', '--01-01'),
)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const consent = fc.constantFrom('given' as const, 'refused' as const).map(state => ({ state }))

const person: fc.Arbitrary<Input<'contacts.create'>> = fc.record({
  kind: fc.constantFrom('person' as const, 'company' as const),
  givenName: word,
  organization: fc.constant('Salon'),
  note: word,
  phones: fc.array(fc.constantFrom({ label: '', number: '0176 123' }, { label: '', number: '+49 40 556677' }), { maxLength: 2 }),
  emails: fc.array(fc.constantFrom({ label: '', address: 'anna@example.com' }), { maxLength: 1 }),
  addresses: fc.array(
    word.map(locality => ({ label: '', locality })),
    { maxLength: 2 },
  ),
  alerts: fc.array(fc.constantFrom({ kind: 'allergy' as const, text: 'Anna' }, { kind: 'noCalls' as const }), { maxLength: 2 }),
  birthday: maybe(birthday),
  followUpOn: maybe(day),
  preferredChannel: maybe(fc.constantFrom('email' as const, 'post' as const)),
  consents: fc.oneof(fc.constant({}), fc.record({ email: consent })),
  tags: fc.uniqueArray(fc.constantFrom('VIP', 'Friends', 'Colour')),
  custom: fc.record(
    {
      1: word.filter(text => text.trim() !== ''),
      2: fc.constantFrom(1, 2, 2.5),
      3: day,
      4: fc.boolean(),
      5: fc.constantFrom(1, 2),
      6: fc.uniqueArray(fc.constantFrom(1, 2), { minLength: 1 }),
    },
    { requiredKeys: [] },
  ),
})

const fieldsBy = {
  text: ['givenName', 'note', 'phone', 'email', 'locality', 'street', 'alertText', 'organization', 'custom.1', 'custom.99'],
  number: ['age', 'custom.2', 'custom.99'],
  date: ['followUpOn', 'createdAt', 'changedAt', 'lastContact', 'custom.3', 'custom.99'],
  birthday: ['birthday'],
  choice: ['kind', 'relations', 'alerts', 'preferredChannel', 'consentEmail', 'custom.5', 'custom.6', 'custom.99'],
  tags: ['tags'],
  yesNo: ['blocked', 'custom.4', 'custom.99'],
} as const satisfies Record<FilterType, readonly string[]>

const operandsOf = {
  text: { value: word },
  number: { value: fc.constantFrom(1, 2, 2.5, -3, 0, 41, 42), to: fc.constantFrom(2, 41, 42) },
  date: { day, days: fc.nat(40) },
  birthday: { days: fc.constantFrom(0, 1, 14, 70, 364, 365, 400), month: fc.integer({ min: 1, max: 12 }) },
  choice: {
    values: fc.uniqueArray(
      fc.constantFrom('person', 'allergy', 'email', 'post', 'given', 'refused', 'partner', 'referred', 'worksAt', 'employs', 1, 2, 7),
      { minLength: 1 },
    ),
  },
  tags: { tags: fc.uniqueArray(fc.constantFrom(1, 2, 3, 99), { minLength: 1 }) },
  yesNo: {},
} as const satisfies Record<FilterType, Record<string, fc.Arbitrary<unknown>>>

const condition = fc
  .oneof(
    ...(Object.keys(operators) as FilterType[]).map(type =>
      fc.record({
        type: fc.constant(type),
        field: fc.constantFrom<string>(...fieldsBy[type]),
        is: fc.constantFrom<string>(...operators[type]),
        ...operandsOf[type],
      }),
    ),
  )
  .filter(one => Filter.safeParse({ match: 'all', conditions: [one] }).success)

const group = (entry: fc.Arbitrary<unknown>) =>
  fc.record({ match: fc.constantFrom('all', 'any'), conditions: fc.array(entry, { minLength: 1, maxLength: 4 }) })
const filter = group(fc.oneof(condition, group(fc.oneof(condition, group(condition))))).map(tree => Filter.parse(tree))

async function shop(people: readonly Input<'contacts.create'>[]) {
  const app = await openApp()
  const options = [1, 2].map(id => ({ id, label: String(id) }))
  app.clock.now = new Date(now.getTime() - 30 * 86_400_000)
  for (const type of ['text', 'number', 'date', 'yesNo'] as const) await app.api('fields.create', { name: type, type })
  for (const type of ['choice', 'choices'] as const) await app.api('fields.create', { name: type, type, options })
  for (const [index, one] of people.entries()) await add(app, one, index)
  await link(app)
  app.clock.now = now
  return { ...app, known: await everybody(app) }
}

async function add({ api, clock }: App, one: Input<'contacts.create'>, index: number) {
  clock.now = new Date(clock.now.getTime() + 2.3 * 86_400_000)
  const { id } = await api('contacts.create', one)
  if (index % 3 === 0) await api('contacts.block', { ids: [id], blocked: true })
  if (index % 2 === 0)
    await api('activities.create', { contactId: id, at: new Date(now.getTime() - index * 9 * 3_600_000).toISOString(), body: 'Hello' })
}

/** One after the other, as far as they fit together. */
async function link({ api, call }: App) {
  const { contacts } = await api('contacts.list', { limit: 500, sort: 'created' })
  const roles = ['partner', 'referredBy', 'worksAt'] as const
  for (const [index, { id }] of contacts.slice(1).entries())
    await call('relations.add', { contactId: id, otherId: contacts[index]!.id, role: roles[index % roles.length]! })
}

async function everybody({ api }: App): Promise<Known[]> {
  const tags = await api('tags.list', {})
  const { contacts } = await api('contacts.list', { limit: 500 })
  return Promise.all(
    contacts.map(async ({ id }) => {
      const contact = await api('contacts.get', { id })
      const { relations } = await api('relations.list', { contactId: id })
      const { entries, pinned } = await api('timeline.list', { contactId: id })
      return {
        contact,
        tagIds: tags.filter(({ name }) => contact.tags.includes(name)).map(({ id }) => id),
        roles: relations.map(({ role }) => role),
        activities: [...pinned, ...entries].flatMap(entry => (entry.source === 'activity' ? [entry.at] : [])),
      }
    }),
  )
}

describe('a filter', () => {
  it('shows exactly those whom a person would find by going through the cards', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 4, maxLength: 10 }),
        fc.array(filter, { minLength: 12, maxLength: 12 }),
        async (people, filters) => {
          const { api, known } = await shop(people)
          for (const conditions of filters) {
            const { contacts } = await api('contacts.list', { conditions, sort: 'created', limit: 500 })
            const expected = known.filter(one => fits(conditions, one, now)).map(({ contact }) => contact.id)
            expect({ conditions, ids: contacts.map(({ id }) => id).sort((a, b) => a - b) }).toEqual({
              conditions,
              ids: expected.sort((a, b) => a - b),
            })
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})
