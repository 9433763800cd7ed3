import {
  DEFAULT_CHOICES,
  MARK_KINDS,
  type Choices,
  type MarkKind,
  type MarkLook,
} from './settings.ts'

/** How strong the ground behind the words is, of 1: the text keeps its own colour and stays legible. */
export const GROUND_STRENGTH = 0.2

/** A line style a kind, so that nobody has to tell colours apart. As in marks.css. */
const LINES: Record<MarkKind, string> = {
  huawei: 'solid 1.5px',
  zte: 'dashed 1.5px',
  action: 'dotted 2px',
}

export type MarkStyle = { background: string; line: string }

/** The colour that is chosen for a kind, `#rrggbb`. */
export function colourOf(choices: Choices, kind: MarkKind): string {
  const { colourHuawei, colourZte, colourAction } = choices
  return { huawei: colourHuawei, zte: colourZte, action: colourAction }[kind]
}

/** The values of `background-color` and `text-decoration` of a mark. */
export function markStyle(kind: MarkKind, look: MarkLook, colour: string): MarkStyle {
  const [red, green, blue] = readColour(colour)
  return {
    background:
      look === 'underline' ? 'transparent' : `rgb(${red} ${green} ${blue} / ${GROUND_STRENGTH})`,
    line: look === 'background' ? 'none' : `underline ${LINES[kind]} ${colour}`,
  }
}

/**
 * The style rules that make marks as they are chosen; empty where that is what marks.css says. They
 * are put on top of it, whatever the order in which a browser keeps its sheets.
 */
export function writeMarkRules(choices: Choices): string {
  const isUsual =
    choices.look === DEFAULT_CHOICES.look &&
    MARK_KINDS.every((kind) => colourOf(choices, kind) === colourOf(DEFAULT_CHOICES, kind))
  return isUsual ? '' : MARK_KINDS.map((kind) => ruleFor(kind, choices)).join('\n')
}

function ruleFor(kind: MarkKind, choices: Choices): string {
  const { background, line } = markStyle(kind, choices.look, colourOf(choices, kind))
  return `::highlight(source-context-${kind}) {
  background-color: ${background} !important;
  text-decoration: ${line} !important;
}`
}

/** Red, green and blue, 0 to 255, of `#rrggbb`. */
export function readColour(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
