/**
 * One question at a time: of those that come meanwhile only the newest is asked, when the one before is answered. A browser has six
 * connections, and a page that waits for all of them can do nothing else. Who was passed over has been forgotten by then.
 */
export function oneAtATime<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<unknown> = Promise.resolve()
  let newest = 0
  return () => {
    const turn = ++newest
    const answer = asked.then(() => (turn === newest ? ask() : Promise.reject(new Error('a newer question came'))))
    asked = answer.catch(() => undefined)
    return answer
  }
}
