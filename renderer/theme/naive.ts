import type { GlobalThemeOverrides } from 'naive-ui'

const names = [
  'paper',
  'card',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'on-accent',
  'accent',
  'accent-hover',
  'accent-soft',
  'accent-ink',
  'amber',
  'red',
  'blue',
] as const
type Colours = Readonly<Record<(typeof names)[number], string | undefined>>

/** The tokens as plain colours: Naive UI mixes colours itself and cannot read custom properties. */
export function readColours(): Colours {
  const probe = document.createElement('i')
  // Where motion is reduced, changes take no time, but begin: each colour would be read as the one before it.
  probe.style.setProperty('transition', 'none', 'important')
  document.documentElement.append(probe)
  const read = (name: string) => {
    probe.style.color = `var(--${name})`
    const { color } = getComputedStyle(probe)
    return color.startsWith('rgb') ? color : undefined
  }
  const colours = Object.fromEntries(names.map(name => [name, read(name)])) as Colours
  probe.remove()
  return colours
}

/** Where a colour could not be read, Naive UI's own stays. */
export const naiveTheme = (colour: Colours): GlobalThemeOverrides => ({
  common: {
    ...toneOf('primary', colour.accent, colour['accent-hover']),
    ...toneOf('info', colour.blue, colour.blue),
    ...toneOf('success', colour.accent, colour['accent-hover']),
    ...toneOf('warning', colour.amber, colour.amber),
    ...toneOf('error', colour.red, colour.red),
    baseColor: colour['on-accent'],
    bodyColor: colour.paper,
    cardColor: colour.card,
    modalColor: colour.card,
    popoverColor: colour.card,
    tableColor: colour.card,
    tableHeaderColor: colour.card,
    inputColor: colour.card,
    actionColor: colour.sunken,
    hoverColor: colour.sunken,
    tagColor: colour.sunken,
    dividerColor: colour.line,
    borderColor: colour['line-strong'],
    textColorBase: colour.ink,
    textColor1: colour.ink,
    textColor2: colour.ink,
    textColor3: colour['ink-3'],
    placeholderColor: colour['ink-3'],
    iconColor: colour['ink-3'],
    clearColor: colour['ink-3'],
    borderRadius: '7px',
    borderRadiusSmall: '5px',
    fontFamily: 'inherit',
    fontSize: '14px',
    heightMedium: '36px',
    fontWeightStrong: '600',
  },
  Input: {
    paddingMedium: '0 10px',
    color: colour.card,
    colorFocus: colour.card,
    border: edge(colour['line-strong']),
    ...quietFocus(colour['line-strong']),
  },
  InternalSelection: {
    color: colour.card,
    colorActive: colour.card,
    border: edge(colour['line-strong']),
    ...quietFocus(colour['line-strong']),
  },
  Checkbox: { color: colour.card, border: edge(colour['line-strong']), boxShadowFocus: 'none' },
  Popover: { borderRadius: '10px' },
  Dropdown: { borderRadius: '10px' },
})

const edge = (colour: string | undefined) => (colour ? `1px solid ${colour}` : undefined)

/** The product draws one focus ring for everything. */
const quietFocus = (line: string | undefined) => ({
  borderHover: edge(line),
  borderFocus: edge(line),
  boxShadowFocus: 'none',
  borderActive: edge(line),
  boxShadowActive: 'none',
})

type Tone = 'primary' | 'info' | 'success' | 'warning' | 'error'
const toneOf = (tone: Tone, base: string | undefined, hover: string | undefined) => ({
  [`${tone}Color`]: base,
  [`${tone}ColorHover`]: hover,
  [`${tone}ColorPressed`]: hover,
  [`${tone}ColorSuppl`]: base,
})
