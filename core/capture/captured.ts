import type { CaptureKind } from '../packs/pack.ts'
import type { DateValue } from '../source-index.ts'

/** What a page or a file says about itself, for a person to correct. What it does not say is empty. */
export type CapturedFacts = {
  title: string
  publisher: string
  author: string
  /** `undefined` where nothing states a date that can be true. */
  published: DateValue | undefined
  /** Without its fragment; `null` where there is none. */
  address: string | null
}

/** A page's article or a file's text, read and not kept yet: one paragraph a line, blank lines between. */
export type Captured = {
  kind: CaptureKind
  facts: CapturedFacts
  text: string
  /** No article could be told apart from what stands around it: this is the page's whole text. */
  whole?: boolean
}
