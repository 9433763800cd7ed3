import { describe, expect, it } from 'vitest'
import { createContextFinder } from '../../../core/context/context.ts'
import type { ContextQuery } from '../../../core/context/context.ts'
import type { SourceIndex } from '../../../core/source-index.ts'
import committed from '../../../data/index.json' with { type: 'json' }
import { detector } from './find-mentions.ts'
import judged from './news/judged-sentences.json' with { type: 'json' }

const index = committed as unknown as SourceIndex
const finder = createContextFinder(index)
const texts = new Map(index.passages.map((passage) => [passage.id, passage.text]))

/** The context of a sentence's action, or else of its first company. */
function contextOf(sentence: string) {
  const mentions = detector.detectMentions(sentence)
  const mention = mentions.find((one) => one.kind === 'action') ?? mentions[0]
  if (!mention) return undefined
  const pageCompanies = mentions.flatMap((one) => (one.kind === 'company' ? [one.company] : []))
  const { kind: _kind, start: _start, end: _end, sentence: _sentence, ...fields } = mention
  return finder.find({ ...fields, sentence, pageCompanies } as ContextQuery)
}

type Judgement = [start: string, grade: number]

function gradeOf(text: string, good: Judgement[]): number {
  return good.find(([start]) => text.startsWith(start))?.[1] ?? 0
}

const gain = (grades: number[]) =>
  grades.slice(0, 3).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0)

function closeness(sentence: string, good: Judgement[]): number {
  const passages = contextOf(sentence)?.passages ?? []
  const grades = passages.map((one) => gradeOf(texts.get(one.passage) ?? '', good))
  return gain(grades) / gain(good.map(([, grade]) => grade).toSorted((a, b) => b - a))
}

const rows = judged as { sentence: string; good: Judgement[] }[]
const answered = rows.filter(({ good }) => good.length > 0)

describe('the passages for sentences that an editor judged', () => {
  it('shows the right ones first', () => {
    const each = answered.map(({ sentence, good }) => closeness(sentence, good))
    expect(each.reduce((sum, one) => sum + one, 0) / each.length).toBeGreaterThan(0.75)
  })
  it('shows a good one first nearly always', () => {
    const right = answered.filter(({ sentence, good }) => {
      const first = contextOf(sentence)?.passages[0]?.passage ?? ''
      return gradeOf(texts.get(first) ?? '', good) >= 2
    })
    expect(right.length / answered.length).toBeGreaterThan(0.8)
  })
  it.each(rows.filter(({ good }) => good.length === 0))(
    'says that there is nothing closer than background: $sentence',
    ({ sentence }) => {
      const passages = contextOf(sentence)?.passages ?? []
      expect(passages.map((one) => one.tier).filter((tier) => tier !== 'background')).toEqual([])
      expect(passages.length).toBeGreaterThan(0)
    },
  )
})

describe('a company that is named without a word of ours', () => {
  it.each(['华为 on the lid.', 'Хуавей представила часы.', '화웨이', ''])(
    'has a card of background from several documents: %j',
    (sentence) => {
      const { passages, replies } = finder.find({ company: 'huawei', sentence, pageCompanies: [] })
      const documents = passages.map(
        (one) => index.passages.find(({ id }) => id === one.passage)?.document,
      )
      expect(new Set(passages.map((one) => one.tier))).toEqual(new Set(['background']))
      expect(new Set(documents).size).toBeGreaterThan(2)
      expect(replies.length).toBeGreaterThan(0)
    },
  )
})

describe('replies', () => {
  it('are those of the company concerned, first', () => {
    const replies = finder.find({
      agency: 'us-dod',
      action: 'ban',
      target: 'zte',
      sentence: 'The Pentagon banned ZTE phones.',
      pageCompanies: ['zte'],
    }).replies
    const companies = replies.map(
      (id) => index.passages.find((passage) => passage.id === id)?.companies ?? [],
    )
    const own = companies.map((ids) => ids.includes('zte'))
    expect(own).toEqual(own.toSorted((a, b) => Number(b) - Number(a)))
  })
})
