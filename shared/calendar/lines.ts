/** One property of RFC 5545, 3.1: `DTSTART;TZID=Europe/Berlin:20261124T090000` */
export type ContentLine = Readonly<{ name: string; parameters: ReadonlyMap<string, string>; value: string }>

/** Longer than any title: what lies beyond (a picture, a script) is of no use here. */
const lineAtMost = 20_000

/** Lines of a text that comes in pieces, folded ones joined, each with its number in the file. */
export function createLineReader(onLine: (text: string, line: number) => void) {
  let [rest, number, logical, begins] = ['', 0, '', 1]

  function takeLine(text: string) {
    number++
    if (/^[ \t]/.test(text)) {
      if (logical.length < lineAtMost) logical += text.slice(1)
      return
    }
    if (logical.trim() !== '') onLine(logical.slice(0, lineAtMost), begins)
    ;[logical, begins] = [text, number]
  }

  return {
    push(piece: string) {
      const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
      rest = lines.pop() ?? ''
      // A line without an end is not kept whole.
      if (rest.length > 2 * lineAtMost) rest = rest.slice(0, lineAtMost)
      for (const line of lines) takeLine(line)
    },
    end() {
      takeLine(rest)
      takeLine('')
    },
  }
}

/** null where it is no property. */
export function parseLine(text: string): ContentLine | null {
  const colon = endOfParameters(text)
  const [name = '', ...parameters] = text.slice(0, Math.max(0, colon)).match(/(?:[^;"]|"[^"]*")+/g) ?? []
  if (!/^[A-Za-z0-9-]+$/.test(name)) return null
  const pairs = parameters.map(parameter => {
    const equals = parameter.indexOf('=')
    return [parameter.slice(0, equals).toUpperCase(), parameter.slice(equals + 1).replaceAll('"', '')] as const
  })
  return { name: name.toUpperCase(), parameters: new Map(pairs), value: text.slice(colon + 1) }
}

/** The first colon outside of quotes. */
function endOfParameters(text: string) {
  let isQuoted = false
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '"') isQuoted = !isQuoted
    else if (text[index] === ':' && !isQuoted) return index
  }
  return -1
}
