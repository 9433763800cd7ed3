/** The body of a usual document of HTML, or of XHTML, which has nothing but a head beside it. */
const BODY =
  "/*[not(*[3])][not(text()[normalize-space()])]/*[local-name()='head']/following-sibling::*[local-name()='body']"
/** Kinds of answers to a path, as numbers: each of the browser's own constructors costs a new world 50 µs. */
const AS_STRING = 2
const AS_NODE = 9

/**
 * The body of a usual document of HTML: nobody reads what stands in its head, programs for the most part.
 * Where anything else stands beside the two that may hold text, the whole document.
 */
export function withoutHead(whole: Document): Element | null {
  'use eager'
  return (ask(whole, BODY, AS_NODE)?.singleNodeValue as Element | null) ?? whole.documentElement
}

/**
 * All text of the same, programs and all. The browser finds and reads it by itself, so that no element is
 * met: the first one costs a new world as much as the text of a usual page.
 */
export function textWithoutHead(whole: Document): string {
  'use eager'
  const text = ask(whole, `string(${BODY})`, AS_STRING)?.stringValue
  return text || (whole.documentElement?.textContent ?? '')
}

/** A document in which a form has taken the method's name is asked nothing. */
function ask(whole: Document, path: string, kind: number): XPathResult | undefined {
  'use eager'
  return typeof whole.evaluate === 'function' ? whole.evaluate(path, whole, null, kind) : undefined
}
