import findAndReplaceDOMText from 'findandreplacedomtext'
import Mark from 'mark.js'
import { TERMS } from 'virtual:terms'

declare const started: number

const source = TERMS.toSorted((a, b) => b.length - a.length)
  .map((term) => term.replace(/[^\p{L}\p{N}\p{M}\s]/gu, '\\$&'))
  .join('|')

const answer = (found: number) => ({ ms: performance.now() - started, found })

/** What a usual extension does: a pattern over each text node, and an element around each find. */
export function wrapper() {
  const pattern = new RegExp(`\\b(?:${source})\\b`, 'g')
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (!/^(SCRIPT|STYLE|NOSCRIPT|TEXTAREA)$/.test(node.parentElement?.tagName ?? ''))
      nodes.push(node)
  }
  let found = 0
  for (const node of nodes) {
    const matches = [...node.data.matchAll(pattern)]
    let rest = node
    let cut = 0
    for (const match of matches) {
      const middle = rest.splitText(match.index - cut)
      rest = middle.splitText(match[0].length)
      cut = match.index + match[0].length
      const mark = document.createElement('mark')
      middle.replaceWith(mark)
      mark.append(middle)
      found += 1
    }
  }
  return answer(found)
}

export function findAndReplace() {
  let found = 0
  findAndReplaceDOMText(document.body, {
    find: new RegExp(`\\b(?:${source})\\b`, 'g'),
    preset: 'prose',
    replace: (portion: { text: string }) => {
      found += 1
      const mark = document.createElement('mark')
      mark.textContent = portion.text
      return mark
    },
  })
  return answer(found)
}

export function markOnePattern() {
  let found = 0
  new Mark(document.body).markRegExp(new RegExp(`\\b(?:${source})\\b`, 'g'), {
    acrossElements: true,
    each: () => (found += 1),
  })
  return answer(found)
}

export function markTerms() {
  let found = 0
  new Mark(document.body).mark(TERMS, {
    acrossElements: true,
    separateWordSearch: false,
    accuracy: 'exactly',
    each: () => (found += 1),
  })
  return answer(found)
}
