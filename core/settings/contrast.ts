import { colourOf, GROUND_STRENGTH, readColour } from './mark-style.ts'
import { MARK_KINDS, type Choices, type MarkKind } from './settings.ts'

/** Pages as most are, by day and by night. */
export const PAGES = {
  light: { paper: '#ffffff', ink: '#1d1b18' },
  dark: { paper: '#16181b', ink: '#e8e6e1' },
} as const
export type PageScheme = keyof typeof PAGES

/** WCAG 2.2, 1.4.11: what has to be seen, against what is beside it. */
const LINE_CONTRAST = 3
/** WCAG 2.2, 1.4.3: text on its ground. */
const TEXT_CONTRAST = 4.5
/** Below this a ground does not stand out from the page. Found by eye; no standard has one. */
const GROUND_CONTRAST = 1.08

/** What is hard to see: the line or the ground on such pages, or the words on the ground. */
export type ContrastFault = {
  kind: MarkKind
  part: 'line' | 'ground' | 'words'
  page: PageScheme
  /** 1 to 21, and what it should be at least. */
  contrast: number
  least: number
}

/** What would be hard to see with these choices, of the kinds that are on. */
export function findContrastFaults(choices: Choices): ContrastFault[] {
  const on = { huawei: choices.markHuawei, zte: choices.markZte, action: choices.markAction }
  return MARK_KINDS.filter((kind) => on[kind]).flatMap((kind) =>
    (Object.keys(PAGES) as PageScheme[]).flatMap((page) => faultsOf(choices, kind, page)),
  )
}

function faultsOf(choices: Choices, kind: MarkKind, page: PageScheme): ContrastFault[] {
  const colour = readColour(colourOf(choices, kind))
  const [paper, ink] = [readColour(PAGES[page].paper), readColour(PAGES[page].ink)]
  const ground = choices.look === 'underline' ? paper : blend(colour, paper)
  const parts = [
    { part: 'line', contrast: contrastOf(colour, paper), least: LINE_CONTRAST },
    { part: 'ground', contrast: contrastOf(ground, paper), least: GROUND_CONTRAST },
    { part: 'words', contrast: contrastOf(ink, ground), least: TEXT_CONTRAST },
  ] as const
  return parts
    .filter(({ part }) => isShown(part, choices))
    .filter(({ contrast, least }) => contrast < least)
    .map((it) => ({ ...it, kind, page }))
}

function isShown(part: ContrastFault['part'], { look }: Choices): boolean {
  if (part === 'words') return look !== 'underline'
  // Where there are both, one that can be seen is enough; that is the line.
  return part === 'line' ? look !== 'background' : look === 'background'
}

type Rgb = readonly [number, number, number]

/** WCAG's contrast of two opaque colours, 1 to 21. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminanceOf(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function blend(colour: Rgb, paper: Rgb): Rgb {
  return colour.map(
    (part, at) => part * GROUND_STRENGTH + (paper[at] ?? 0) * (1 - GROUND_STRENGTH),
  ) as unknown as Rgb
}
