import { existsSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'

/** The window and the browser show the same files under the same rules. naive-ui writes its styles into the page. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** A PDF alone in a tab: the browser's own viewer is a plugin with styles of its own, and nothing of it runs as ours. */
export const pdfHeaders = {
  ...securityHeaders,
  'content-type': 'application/pdf',
  'content-security-policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
} as const

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export type Page = { file: string; headers: Record<string, string> }

/** The built file for a path of the address. A path without an ending is a place in the app: the app finds it itself. */
export function pageAt(folder: string, pathname: string): Page | null {
  const path = decoded(pathname)
  if (!path?.startsWith('/') || path.includes('\0') || path.includes('\\')) return null
  // Normalized, a path from the root climbs no higher than the root.
  const wanted = extname(path) === '' ? '/index.html' : normalize(path)
  const file = join(folder, wanted)
  if (!existsSync(file) || !statSync(file).isFile()) return null
  // Vite names the files of assets/ after their content.
  const cache = wanted.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache'
  return {
    file,
    headers: { ...securityHeaders, 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': cache },
  }
}

function decoded(pathname: string) {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
