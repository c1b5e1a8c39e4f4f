/** What opens encrypted database files, by the salt that each begins with. Threads tell each other theirs; no file holds any. */
const keys = new Map<string, string>()

export type ToldKeys = readonly (readonly [salt: string, key: string])[]

export const learnKey = (salt: string, key: string) => void keys.set(salt, key)
export const keyOf = (salt: string) => keys.get(salt) ?? null
export const knowsKeys = () => keys.size > 0

/** Whoever closes the shop leaves nothing behind that opens it. */
export const forgetKeys = () => keys.clear()

export const tellKeys = (): ToldKeys => [...keys]
export const hearKeys = (told: ToldKeys) => told.forEach(([salt, key]) => learnKey(salt, key))
