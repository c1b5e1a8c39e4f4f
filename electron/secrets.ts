/** What the system keeps secrets with for the user who is logged in, such as the Keychain of macOS. */
export type Keychain = { seal(secret: string): string; open(sealed: string): string }

let keychain: Keychain | null = null
/** What was opened once, by its sealed form. */
const opened = new Map<string, string>()

/** Only the process of the desktop app can ask the system. A browser's and a script's have no keychain, and threads are told. */
export const giveKeychain = (given: Keychain | null) => void (keychain = given)

/** Whether the system keeps secrets for this process. */
export const hasKeychain = () => keychain !== null

/** null where nothing but the file system keeps it. */
export function sealed(secret: string): string | null {
  const closed = keychain?.seal(secret) ?? null
  if (closed !== null) opened.set(closed, secret)
  return closed
}

/** null where the system does not give it out: another user, another PC, or no desktop app. */
export function unsealed(closed: string): string | null {
  const known = opened.get(closed)
  if (known !== undefined || keychain === null) return known ?? null
  try {
    opened.set(closed, keychain.open(closed))
  } catch {
    return null
  }
  return unsealed(closed)
}

export type Told = readonly (readonly [closed: string, secret: string])[]
export const tellSecrets = (): Told => [...opened]
export const hearSecrets = (told: Told) => told.forEach(([closed, secret]) => opened.set(closed, secret))
