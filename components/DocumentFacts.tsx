import type { ComponentChildren } from 'preact'
import type { DocumentProvenance, Provenance } from '../core/digest/provenance.ts'
import type { SourceDocument } from '../core/source-index.ts'
import { sayDate } from '../core/wording.ts'
import { formatLocale, say, sayParts, type MessageKey } from '../core/words.ts'

type Props = {
  document: SourceDocument
  provenance: DocumentProvenance
  /** Hex digest of the text that is shown. */
  sha256: string
}

const BASIS_LABELS = {
  text: 'reader_basisText',
  inferred: 'reader_basisInferred',
  'looked-up': 'reader_basisLookedUp',
} as const satisfies Record<Provenance['basis'], MessageKey>

/** Where the document comes from, how each fact is known, and whether the text is unchanged. */
export function DocumentFacts({ document, provenance, sha256 }: Props) {
  const { title, publisher, published, address, file, pack, author, captured } = document
  const isSame = sha256 === document.sha256
  return (
    <dl class="facts">
      <Fact name={say('reader_headline')} basis={title === null ? undefined : provenance.title}>
        {title === null ? say('reader_headlineNone') : say('reader_headlineAbove')}
      </Fact>
      {author !== undefined && (
        <Fact name={say('capture_author')}>
          <bdi>{author}</bdi>
        </Fact>
      )}
      <Fact name={say('reader_publisher')} basis={provenance.publisher}>
        <bdi>{publisher}</bdi>
      </Fact>
      <Fact
        name={say('reader_published')}
        basis={provenance.published ?? { basis: published.basis }}
      >
        {sayDate(published)}
      </Fact>
      {address !== null && (
        <Fact name={say('reader_address')} basis={provenance.address}>
          <a href={address} rel="noreferrer">
            {address}
          </a>
        </Fact>
      )}
      {captured !== undefined && <Fact name={say('sources_captured')}>{sayMoment(captured)}</Fact>}
      {pack && (
        <Fact name={say('reader_pack')}>
          <bdi>{pack.name}</bdi>
        </Fact>
      )}
      <Fact name={say('reader_file')}>{file}</Fact>
      <Fact name="SHA-256">
        <code>{document.sha256}</code>
        <span class={isSame ? 'checked' : 'checked broken'}>
          {isSame ? say('reader_unchanged') : say('reader_changed', { sha: sha256 })}
        </span>
      </Fact>
    </dl>
  )
}

/** A moment in the reader's own time. */
function sayMoment(time: number): string {
  return new Intl.DateTimeFormat(formatLocale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(time)
}

type FactProps = { name: string; basis?: Provenance | undefined; children: ComponentChildren }

function Fact({ name, basis, children }: FactProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children}
        {basis && <span class="basis">{sayBasis(basis)}</span>}
      </dd>
    </>
  )
}

/** How a fact is known; the reason stands in the sources' own list, which is in English. */
function sayBasis({ basis, why }: Provenance): ComponentChildren {
  const words = say(BASIS_LABELS[basis])
  return why
    ? sayParts('reader_basisWhy', { basis: words, why: <span lang="en">{why}</span> })
    : words
}
