/** All that are known, in the order that is wanted; those that it leaves out keep theirs, after the others. */
export const inOrder = (known: readonly number[], wanted: readonly number[]) =>
  [...new Set([...wanted, ...known])].filter(id => known.includes(id))
