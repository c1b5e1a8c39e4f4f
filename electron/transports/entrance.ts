import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const secret = () => randomBytes(32).toString('hex')

/** Lets in whoever has the address that only the person at this PC was shown, and knows them again by a cookie. */
export function createEntrance(port: number, announce: (address: string) => void) {
  const session = secret()
  let key = ''

  function offerNewKey() {
    key = secret()
    announce(`http://127.0.0.1:${port}/?key=${key}`)
  }
  // Cookies do not know ports: the name keeps two data folders apart.
  const cookie = `regulars-${port}`

  return {
    offerNewKey,
    /** The cookie for a key, which opens once. */
    exchange(given: string): string | null {
      if (!same(given, key)) return null
      offerNewKey()
      return `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    knows: ({ headers }: IncomingMessage) => (headers.cookie ?? '').split('; ').some(pair => same(pair, `${cookie}=${session}`)),
  }
}

function same(given: string, wanted: string) {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A page of another site can make a browser send requests here: they carry a foreign name or origin. */
export function comesFromHere({ headers }: IncomingMessage, port: number) {
  const host = headers.host ?? ''
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return false
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}
