import { safeStorage } from 'electron'
import type { Keychain } from './secrets.ts'

/** null where the system has none: on a Linux without a keyring, Electron would only pretend. */
export function systemKeychain(): Keychain | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null
  return {
    seal: secret => safeStorage.encryptString(secret).toString('base64'),
    open: closed => safeStorage.decryptString(Buffer.from(closed, 'base64')),
  }
}
