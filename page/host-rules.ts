/**
 * What a card's own element looks like. The rules are important ones in its closed shadow tree: those
 * outrank all that a page can say of the element, its inline style included, and no script of the
 * page reaches them.
 */
export type HostRules = {
  /** Adds rules, or sets others in their place. */
  set(rules: Record<string, string>): void
  /** Whether they, and nothing else, style the tree as they were set. */
  areWhole(): boolean
}

/** What a page could draw over the card, or behind it, in the card's name. */
const BESIDE = ':host::before, :host::after, :host::backdrop'
const NOTHING = 'content: none !important; display: none !important'

export function createHostRules(root: ShadowRoot): HostRules {
  const sheet = new CSSStyleSheet()
  const all = new Map<string, string>()
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const write = () => {
    const lines = [...all].map(([name, value]) => `${name}: ${value} !important`)
    return `:host { ${lines.join('; ')} } ${BESIDE} { ${NOTHING} }`
  }
  return {
    set: (rules) => {
      for (const [name, value] of Object.entries(rules)) all.set(name, value)
      sheet.replaceSync(write())
    },
    areWhole: () => {
      const fresh = new CSSStyleSheet()
      fresh.replaceSync(write())
      const sheets = [...root.adoptedStyleSheets]
      return sheets.length === 1 && textOf(sheets[0]) === textOf(fresh)
    },
  }
}

function textOf(sheet: CSSStyleSheet | undefined): string {
  return [...(sheet?.cssRules ?? [])].map((rule) => rule.cssText).join()
}
