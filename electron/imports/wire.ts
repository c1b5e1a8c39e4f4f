import type { Chunk, ReadyRow } from './rows.ts'

// A file's text has neither when it comes to this.
const betweenRows = '\x1e'
const betweenFields = '\x1f'
const valueCount = 18
const birthdayAt = 10

type Head = Omit<Chunk, 'rows'>

/** A chunk as one string, which travels between threads at a fifth of the cost of JSON or of a structured clone. */
export function encodeChunk({ rows, ...head }: Chunk) {
  let text = JSON.stringify(head)
  for (const { values, search, keys, tags } of rows) {
    text += betweenRows + values.join(betweenFields) + betweenFields + search + betweenFields + keys.join(' ')
    for (const tag of tags) text += betweenFields + tag
  }
  return text
}

export function decodeChunk(text: string): Chunk {
  const [head, ...rows] = text.split(betweenRows)
  return { ...(JSON.parse(head!) as Head), rows: rows.map(decodeRow) }
}

function decodeRow(text: string): ReadyRow {
  const fields: (string | null)[] = text.split(betweenFields)
  const [search, keys, ...tags] = fields.splice(valueCount) as string[]
  fields[birthdayAt] ||= null
  return { values: fields, search: search!, keys: keys!.split(' ').map(Number), tags }
}
