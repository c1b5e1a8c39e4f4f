import type { Custom, CustomValue, NewField } from '../fields/model.ts'
import type { Language } from '../settings/model.ts'
import type { TagColour } from '../tags/model.ts'
import type { Dice } from './dice.ts'
import type { Phrases } from './phrases.ts'

const words = {
  en: { hair: 'Hair', kinds: ['Fine', 'Normal', 'Thick', 'Curly'], patchTest: 'Patch test', terms: 'Days to pay' },
  de: { hair: 'Haar', kinds: ['Fein', 'Normal', 'Kräftig', 'Lockig'], patchTest: 'Hauttest', terms: 'Zahlungsziel in Tagen' },
} as const satisfies Record<Language, unknown>

const plain = { required: false, yearly: false, defaultValue: null, options: [] } as const

/** What a salon wants to know beside what every shop does. */
export const demoFields = (language: Language): readonly NewField[] => {
  const { hair, kinds, patchTest, terms } = words[language]
  return [
    {
      ...plain,
      name: hair,
      type: 'choice',
      kind: 'person',
      options: kinds.map((label, index) => ({ id: index + 1, label, archived: false })),
    },
    { ...plain, name: patchTest, type: 'date', kind: 'person', options: [] },
    { ...plain, name: terms, type: 'number', kind: 'company', options: [] },
  ]
}

/** `ids` are those of the fields above; a field that the shop has in another way already is left alone. */
export function demoValues(dice: Dice, kind: 'person' | 'company', ids: readonly (number | null)[], until: Date): Custom {
  const [hair, patchTest, terms] = ids
  const rolled: [number | null | undefined, CustomValue][] = []
  if (kind === 'company') return dice.chance(0.6) ? valuesOf([[terms, dice.pick([7, 14, 14, 30])]]) : {}
  if (dice.chance(0.35)) rolled.push([hair, 1 + dice.below(4)])
  if (dice.chance(0.1)) rolled.push([patchTest, new Date(until.getTime() - dice.below(500) * 86_400_000).toISOString().slice(0, 10)])
  return valuesOf(rolled)
}

const valuesOf = (rolled: readonly [number | null | undefined, CustomValue][]): Custom =>
  Object.fromEntries(rolled.flatMap(([id, value]) => (id ? [[String(id), value]] : [])))

/** The other tags have the colours of their names. */
export const demoColours = ({ vip, regular, fresh, family, company, rare }: Phrases['tags']): readonly [string, TagColour][] => [
  [vip, 'amber'],
  [regular, 'green'],
  [fresh, 'blue'],
  [family, 'violet'],
  [company, 'grey'],
  ...rare.slice(0, 4).map((name, index): [string, TagColour] => [name, (['teal', 'rose', 'blue', 'copper'] as const)[index]!]),
]
