import type { Detector } from '../../../../core/detect/detect.ts'
import type { ActionMention } from '../../../../core/mention.ts'
import type { NewsText } from './read-news.ts'

/** How well a detector marks labelled texts; every miss in words. */
export type NewsScore = {
  hit: number
  missed: number
  wrong: number
  agencyRight: number
  actionRight: number
  targetRight: number
  misses: string[]
}

/** Compares by overlap, as a reader would. */
export function scoreNews(detector: Detector, texts: NewsText[]): NewsScore {
  const score: NewsScore = {
    hit: 0,
    missed: 0,
    wrong: 0,
    agencyRight: 0,
    actionRight: 0,
    targetRight: 0,
    misses: [],
  }
  for (const text of texts) scoreText(detector, text, score)
  return score
}

function scoreText(detector: Detector, { name, text, marks }: NewsText, score: NewsScore): void {
  const found = detector
    .detectMentions(text)
    .filter((one): one is ActionMention => one.kind === 'action')
  for (const mark of marks.filter((one) => !one.optional)) {
    const got = found.find((one) => one.start < mark.end && mark.start < one.end)
    if (!got) {
      score.missed++
      score.misses.push(`${name}: missed «${mark.surface}»`)
      continue
    }
    score.hit++
    const agencies = [got.agency, ...(got.alsoBy ?? [])]
    const wrong = [
      ...(agencies.includes(mark.agency) ? [] : [`agency ${got.agency}`]),
      ...(mark.actions.includes(got.action) ? [] : [`action ${got.action}`]),
      ...(mark.targets.includes(got.target) ? [] : [`target ${got.target}`]),
    ]
    if (agencies.includes(mark.agency)) score.agencyRight++
    if (mark.actions.includes(got.action)) score.actionRight++
    if (mark.targets.includes(got.target)) score.targetRight++
    if (wrong.length > 0)
      score.misses.push(
        `${name}: «${mark.surface}» wants ${mark.agency} ${mark.actions.join('/')} ${mark.targets.join('/')}, got ${wrong.join(', ')}`,
      )
  }
  for (const got of found) {
    if (marks.some((mark) => got.start < mark.end && mark.start < got.end)) continue
    score.wrong++
    score.misses.push(
      `${name}: wrong «${text.slice(got.start, got.end)}» (${got.agency} ${got.action})`,
    )
  }
}
