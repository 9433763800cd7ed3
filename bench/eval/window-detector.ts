/**
 * The simple way to find the same mentions: names by a word-bounded pattern, and an agency's name
 * with an action verb within a window of words.
 */

export type WindowMention = {
  start: number
  end: number
  type: string
  agency?: string
  action?: string
  target?: string
}

const COMPANY = /\b(huawei|zte)\b/gi
const AGENCIES: [RegExp, string][] = [
  [/\b(?:FCC|Federal Communications Commission)\b/g, 'FCC'],
  [/\b(?:Pentagon|Department of Defense|DoD)\b/g, 'US Department of Defense'],
  [/\b(?:Commerce Department|Department of Commerce)\b/g, 'US Department of Commerce'],
  [/\b(?:Justice Department|Department of Justice|DOJ)\b/g, 'US Department of Justice'],
  [/\b(?:FBI|CIA|NSA)\b/g, 'FBI'],
  [/\b(?:NCSC|National Cyber Security Centre)\b/g, 'UK NCSC'],
  [/\b(?:Congress|Senate|lawmakers)\b/g, 'US Congress'],
  [/\b(?:White House|Trump|Biden)\b/g, 'White House'],
  [/\b(?:U\.?S\.? government|Washington)/g, 'US government'],
  [/\b(?:UK|British|U\.K\.) [Gg]overnment\b/g, 'UK government'],
  [/\b(?:Australian [Gg]overnment|Australia)\b/g, 'Australian government'],
  [/\b(?:European Commission|EU)\b/g, 'European Commission'],
]
const VERBS: [RegExp, string][] = [
  [/\b(?:ban(?:s|ned|ning)?|block(?:s|ed|ing)?|bar(?:s|red|ring)|prohibit(?:s|ed|ing)?)\b/i, 'ban'],
  [/\b(?:restrict(?:s|ed|ing)?|limit(?:s|ed|ing)?|order(?:s|ed|ing)?)\b/i, 'restrict'],
  [/\b(?:warn(?:s|ed|ing)?|caution(?:s|ed|ing)?|urg(?:es|ed|ing))\b/i, 'warn'],
  [/\b(?:investigat(?:es|ed|ing)|prob(?:es|ed|ing))\b/i, 'investigate'],
  [/\b(?:charg(?:es|ed|ing)|indict(?:s|ed)|accus(?:es|ed|ing))\b/i, 'charge'],
  [/\b(?:fin(?:es|ed|ing))\b/i, 'fine'],
  [/\b(?:testif(?:ies|ied|ying))\b/i, 'testify'],
]
/** How far from the agency the verb may stand, in characters: about ten words. */
const WINDOW = 60

/** The mentions of a text by patterns and windows. */
export function detectByWindows(text: string): WindowMention[] {
  const companies = [...text.matchAll(COMPANY)].map(({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
    type: `company:${name.toLowerCase()}`,
  }))
  const actions = AGENCIES.flatMap(([pattern, agency]) =>
    [...text.matchAll(pattern)].flatMap(({ 0: name, index }) =>
      actionAfter(text, index, index + name.length, agency),
    ),
  )
  return [...companies, ...actions].toSorted((a, b) => a.start - b.start)
}

function actionAfter(text: string, start: number, end: number, agency: string): WindowMention[] {
  const window = text.slice(end, end + WINDOW)
  for (const [pattern, action] of VERBS) {
    const found = pattern.exec(window)
    if (!found) continue
    const to = end + found.index + found[0].length
    return [{ start, end: to, type: 'agency-action', agency, action, target: 'both' }]
  }
  return []
}
