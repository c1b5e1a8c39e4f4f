import type { Language } from '../../settings/model.ts'
import { fold } from '../../text.ts'
import { clockIn, dayAfter } from '../../zone.ts'
import type { Due, Repeats, TaskKind, TaskPriority } from '../model.ts'
import { nextAfter } from '../recurrence.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import { phrasesIn } from './people.ts'
import type { Found, Now, Part, Rule } from './rule.ts'

const vocabularies = { en: english, de: german }

export type Named = Readonly<{ id: number; name: string }>

/** What a sentence says. Whom it is about is looked up by `phrases`, the likeliest first: nobody is guessed. */
export type Sentence = Readonly<{
  kind: TaskKind
  title: string
  due: Due | null
  priority: TaskPriority
  assignee: Named | null
  repeats: Repeats | null
  phrases: readonly string[]
}>

type Asked = Readonly<{ now: string; language: Language; staff: readonly Named[] }>

/** `call Anna tomorrow 9:30 about the quote`. In the shop's language; in the other one where that understands more. */
export function readSentence(text: string, { now, language, staff }: Asked): Sentence {
  const own = readIn(language, text, { now, staff })
  if (own.understood > 0) return own.sentence
  const other = readIn(language === 'en' ? 'de' : 'en', text, { now, staff })
  return other.understood > 0 ? other.sentence : own.sentence
}

function readIn(language: Language, text: string, { now, staff }: Omit<Asked, 'language'>) {
  const vocabulary = vocabularies[language]
  const wall: Now = { now, today: now.slice(0, 10) }
  const { priority, rest: withoutPriority } = priorityIn(text)
  const { assignee, rest: withoutAssignee } = assigneeIn(withoutPriority, staff)
  const { found, rest } = apply(vocabulary.rules, withoutAssignee, wall)
  const title = tidy(rest) || tidy(text)
  const kind = found.kind ?? 'todo'
  const repeats = found.repeat ? ({ rule: found.repeat.rule, from: 'schedule' } as const) : null
  const sentence = { kind, title, due: dueOf(found, wall), priority, assignee, repeats, phrases: phrasesIn(tidy(rest), kind, vocabulary) }
  return { sentence, understood: Object.keys(found).length }
}

/** Each part is read once, by the first rule that understands something. */
function apply(rules: readonly Rule[], text: string, now: Now) {
  const found: Found = {}
  let rest = text
  for (const { pattern, keeps, read } of rules) {
    const match = pattern.exec(rest)
    const part = match && read(match.groups ?? {}, now)
    if (!match || !part || Object.keys(part).some(name => found[name as Part] !== undefined)) continue
    Object.assign(found, part)
    if (!keeps) rest = without(rest, match)
  }
  return { found, rest }
}

const without = (text: string, match: RegExpExecArray) => `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`

/** A time without a day is the next time that the clock shows it. */
function dueOf({ day, time, repeat }: Found, { now, today }: Now): Due | null {
  const on = day ?? repeat?.day
  if (time === undefined) return on ?? null
  const due = on && `${on}T${time}`
  if (due && (day !== undefined || due > now)) return due
  if (due) return nextAfter({ due, repeats: { rule: repeat!.rule, from: 'schedule' }, doneOn: today, clock: clockIn('UTC') })?.due ?? due
  return `${today}T${time}` > now ? `${today}T${time}` : `${dayAfter(today)}T${time}`
}

function priorityIn(text: string) {
  const match = /(?<!\S)(!{1,3})(?!\S)/.exec(text)
  if (!match) return { priority: 'normal', rest: text } as const
  return { priority: match[1] === '!' ? 'high' : 'urgent', rest: without(text, match) } as const
}

/** `@Jana`, by the beginning of a name; where that fits two, nobody is meant. */
function assigneeIn(text: string, staff: readonly Named[]) {
  const match = /(?<!\S)@([\p{L}\p{N}-]+)/u.exec(text)
  const wanted = match && fold(match[1]!)
  const fitting = wanted
    ? staff.filter(({ name }) =>
        fold(name)
          .split(/\s+/)
          .some(part => part.startsWith(wanted)),
      )
    : []
  const exact = fitting.filter(({ name }) => fold(name) === wanted)
  const [assignee] = exact.length === 1 ? exact : fitting.length === 1 ? fitting : []
  return assignee ? { assignee, rest: without(text, match!) } : { assignee: null, rest: text }
}

function tidy(text: string) {
  const title = text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;])/g, '$1')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
  return title.charAt(0).toLocaleUpperCase() + title.slice(1)
}
