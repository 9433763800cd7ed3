export type Scheme = 'light' | 'dark'

/** Less opaque than this, and what lies beneath decides. */
const OPAQUE = 0.5
/** Middle grey in perceived lightness. */
const MIDDLE = 0.5

/**
 * The scheme of a place in a page, from the computed background colours there, innermost first;
 * `undefined` where none is opaque or readable: then the reader's own preference holds.
 */
export function readScheme(backgrounds: string[]): Scheme | undefined {
  for (const background of backgrounds) {
    const tone = readTone(background)
    if (!tone) return undefined
    if (tone.alpha >= OPAQUE) return tone.lightness < MIDDLE ? 'dark' : 'light'
  }
  return undefined
}

/**
 * Perceived lightness, 0–1, and opacity of a computed colour: browsers give `rgb()`, `rgba()`,
 * `color(srgb …)`, or the Lab and Oklab forms as written. `undefined` for anything else.
 */
export function readTone(colour: string): { lightness: number; alpha: number } | undefined {
  const [, form = '', inside = ''] = /^([a-z]+)\((.*)\)$/.exec(colour.trim()) ?? []
  const isNamed = form === 'color'
  const numbers = (isNamed ? inside.replace(/^[\w-]+/, '') : inside)
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map(readNumber)
  const [first = NaN, second = 0, third = 0, alpha = 1] = numbers
  if (Number.isNaN(first)) return undefined
  const lightness = lightnessOf(form, [first, second, third])
  return lightness === undefined ? undefined : { lightness, alpha }
}

/** Percentages as shares (computed Lab colours have none); `none` is 0. */
function readNumber(word: string): number {
  if (word === 'none') return 0
  return word.endsWith('%') ? Number(word.slice(0, -1)) / 100 : Number(word)
}

function lightnessOf(form: string, parts: [number, number, number]): number | undefined {
  const [first] = parts
  if (form === 'rgb' || form === 'rgba') return perceived(parts.map((part) => part / 255))
  if (form === 'color') return perceived(parts)
  if (form === 'oklab' || form === 'oklch') return first
  if (form === 'lab' || form === 'lch') return first / 100
  return undefined
}

/** The cube root of relative luminance (WCAG's weights): about how light it looks. */
function perceived([red = 0, green = 0, blue = 0]: number[]): number {
  const linear = (part: number) =>
    part <= 0.04045 ? part / 12.92 : ((Math.max(0, part) + 0.055) / 1.055) ** 2.4
  return Math.cbrt(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
}
