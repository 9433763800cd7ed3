/**
 * The body of a usual document of HTML, which has nothing but a head beside it: nobody reads what stands
 * in a head, programs for the most part. Empty of any other document.
 */
const BODY = 'string(/html[not(*[3])][not(text()[normalize-space()])]/head/following-sibling::body)'
const AS_STRING = 2

/**
 * All text of a document, programs and all, and without its head where it can be told apart. The browser
 * finds and reads the body itself, so that no element is met: the first one costs a new world as much as
 * the text of a usual page. Nor is the document's own constructor, for its method: a document that a form
 * has taken the method's name in is read another way.
 */
export function documentText(whole: Document): string {
  'use eager'
  const asked = typeof whole.evaluate === 'function'
  const text = asked && whole.evaluate(BODY, whole, null, AS_STRING).stringValue
  return text || (whole.documentElement?.textContent ?? '')
}
