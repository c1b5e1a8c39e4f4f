import type { CalendarEntry } from '../../../shared/appointments/model.ts'
import type { Task } from '../../../shared/tasks/model.ts'
import { standsAt } from '../../../shared/tasks/rules.ts'
import type { VisitWords } from '../words.ts'
import { minutesBetween } from '../walls.ts'
import type { Block } from './blocks.ts'

export type BlockTexts = Readonly<{
  words: VisitWords
  t: (key: string, named?: Record<string, string | number>) => string
  time: (local: string) => string
  moment: (local: string) => string
}>

/** Said on a block only where there is something to say: whoever is booked is what everybody expects. */
const telling = ['arrived', 'inService', 'done', 'noShow', 'confirmed', 'cancelled'] as const
const isTelling = (status: CalendarEntry['status']) => telling.some(one => one === status)

/** What stands inside a block; `start` where it is not where it was. */
export function contentOf(block: Block, start: string | null, texts: BlockTexts): Node[] {
  if (block.type === 'visit') return button(visit(block, start, texts))
  if (block.type === 'group') return button(group(block, texts))
  if (block.type === 'hole') return button(hole(block.entry, texts))
  if (block.type === 'task') return button(task(block.task, texts))
  if (block.type === 'gap') {
    return [element('span', 'gap-text', texts.t('calendar.gap', { name: texts.words.staffName(block.staffId) }))]
  }
  return []
}

function visit({ entry, part, from, isFirst }: Extract<Block, { type: 'visit' }>, start: string | null, { words, t, time }: BlockTexts) {
  if (!isFirst) return [line(time(start ?? from), words.nameOf(entry)), element('span', 'what', t('calendar.goesOn'))]
  const alert = words.alertOf(entry.client)
  const what =
    entry.kind === 'block' ? '' : `${words.serviceName(part.serviceId)} · ${words.duration(minutesBetween(part.start, part.end))}`
  return [
    line(time(start ?? from), words.nameOf(entry), entry.seriesId === null ? '' : t('calendar.repeats')),
    ...(what ? [element('span', 'what', what)] : []),
    ...pills(
      alert ? Object.assign(element('span', 'pill alert', alert), { title: words.alertsOf(entry.client).join(' · ') }) : null,
      isTelling(entry.status) ? element('span', `pill ${entry.status}`, words.statusText(entry.status)) : null,
    ),
  ]
}

function group({ entries, part, seats }: Extract<Block, { type: 'group' }>, { words, t, time }: BlockTexts) {
  return [
    line(time(part.start), words.serviceName(part.serviceId)),
    element('span', 'what', t('calendar.seats', { taken: entries.length, seats })),
    element('span', 'what', entries.map(words.nameOf).join(', ')),
  ]
}

function hole(entry: CalendarEntry, { words, t, time }: BlockTexts) {
  return [
    element('span', 'hole-title', t('calendar.hole.free', { time: time(entry.start) })),
    element('span', 'what', t('calendar.hole.of', { service: words.servicesText(entry) })),
  ]
}

function task(one: Task, { t, time }: BlockTexts) {
  const about = [t(`tasks.kinds.${one.kind}`), one.client?.name].filter(Boolean).join(' · ')
  return [line(time(standsAt(one)!), one.title), element('span', 'what', about)]
}

/** What is pressed; the library takes its click from the box around it, which answers to Enter once more. */
function button(content: readonly Node[]) {
  const made = Object.assign(element('button', 'block'), { type: 'button' })
  made.append(...content)
  made.addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
  })
  return [made]
}

/** The time stands whole or not at all, and where it does not fit beside the name, the name is what is seen first. */
function line(time: string, name: string, repeats = '') {
  const when = element('span', 'when')
  when.append(element('time', '', time))
  const who = element('span', 'who', name)
  if (repeats) {
    const sign = element('span', 'repeats', '↻')
    sign.setAttribute('role', 'img')
    sign.setAttribute('aria-label', repeats)
    who.append(' ', sign)
  }
  const head = element('span', 'head')
  head.append(when, ' ', who)
  return head
}

/** What must not be overlooked keeps its sign where there is no room for its words; how the visit stands is said whole or not at all. */
function pills(alert: HTMLElement | null, status: HTMLElement | null) {
  if (!alert && !status) return []
  const row = element('span', 'pills')
  if (alert) row.append(alert)
  if (status) {
    const whole = element('span', 'whole')
    whole.append(status)
    row.append(whole)
  }
  return [row]
}

function element(tag: string, className: string, text = '') {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}
