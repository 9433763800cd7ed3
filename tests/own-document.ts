import type { NewDocument } from '../core/packs/pack.ts'

/** A document of a reader's own, as they add it from a file; `more` says what matters to a test. */
export function ownDocument(text: string, more: Partial<NewDocument> = {}): NewDocument {
  return {
    kind: 'text',
    text,
    title: 'A filing',
    publisher: 'The Lens',
    published: { value: '2018-05-09', precision: 'day', basis: 'text' },
    address: null,
    file: 'filing.txt',
    captured: 1_700_000_000_000,
    ...more,
  }
}
