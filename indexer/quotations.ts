/** Whether a quotation mark is open at the text's end. */
export function isUnclosed(text: string): boolean {
  const curly = (text.match(/“/g)?.length ?? 0) - (text.match(/”/g)?.length ?? 0)
  const straight = text.match(/"/g)?.length ?? 0
  return curly > 0 || straight % 2 === 1
}

/** Whether a text is a quotation and nothing else. */
export function isAllQuotation(text: string): boolean {
  return /^(?:“[^”]*”|"[^"]*")$/.test(text.trim())
}

/** A quotation that its paragraph leaves open ends there: the next one opens it anew. */
const QUOTATION =
  /“(?:[^”\n]|\n(?!\s*\n))*(?:”|$|(?=\n\s*\n))|"(?:[^"\n]|\n(?!\s*\n))*(?:"|$|(?=\n\s*\n))/g

/** The text with every quotation's inside blanked out, offsets unchanged. */
export function maskQuotations(text: string): string {
  return text.replace(/\u00a0/g, ' ').replace(QUOTATION, (quotation) => {
    const close = /[”"]$/.test(quotation) && quotation.length > 1 ? quotation.at(-1) : ''
    const comma = /[,.!?]$/.test(quotation.slice(0, -1)) ? quotation.at(-2) : ''
    const edge = `${comma}${close}`
    return (quotation[0] ?? '') + ' '.repeat(Math.max(0, quotation.length - 1 - edge.length)) + edge
  })
}
