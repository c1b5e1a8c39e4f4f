/** Labels that the product has words for; any other is shown as it was written. */
export const phoneLabels = ['mobile', 'home', 'work', 'fax', 'other'] as const
export const emailLabels = ['home', 'work', 'other'] as const
export const addressLabels = ['home', 'work', 'billing', 'other'] as const

export const knownLabels = ['mobile', 'home', 'work', 'fax', 'billing', 'other'] as const
export type KnownLabel = (typeof knownLabels)[number]

export const isKnownLabel = (label: string): label is KnownLabel => (knownLabels as readonly string[]).includes(label)

/** The label for one more entry: the first that is not taken. */
export const nextLabel = (labels: readonly string[], taken: readonly string[]) =>
  labels.find(label => !taken.includes(label)) ?? labels.at(-1) ?? ''
