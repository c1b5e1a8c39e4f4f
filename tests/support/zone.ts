/** Carries this PC there and back. */
export async function inZone<T>(zone: string, work: () => Promise<T>) {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}
