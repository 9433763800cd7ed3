import type { ComponentChildren } from 'preact'
import type { DocumentProvenance, Provenance } from '../core/digest/provenance.ts'
import type { SourceDocument } from '../core/source-index.ts'
import { sayDate } from '../core/wording.ts'

type Props = {
  document: SourceDocument
  provenance: DocumentProvenance
  /** Hex digest of the text that is shown. */
  sha256: string
}

const BASIS_WORDS: Record<Provenance['basis'], string> = {
  text: 'stated in the document',
  inferred: 'inferred from the document',
  'looked-up': 'looked up',
}

/** Where the document comes from, how each fact is known, and whether the text is unchanged. */
export function DocumentFacts({ document, provenance, sha256 }: Props) {
  const { title, publisher, published, address, file } = document
  const isSame = sha256 === document.sha256
  return (
    <dl class="facts">
      {title === null && (
        <Fact name="Headline" basis={provenance.title}>
          none; the first sentence stands for it
        </Fact>
      )}
      <Fact name="Publisher" basis={provenance.publisher}>
        {publisher}
      </Fact>
      <Fact name="Published" basis={provenance.published ?? { basis: published.basis }}>
        {sayDate(published)}
      </Fact>
      {address !== null && (
        <Fact name="Address" basis={provenance.address}>
          <a href={address} rel="noreferrer">
            {address}
          </a>
        </Fact>
      )}
      <Fact name="File">{file}</Fact>
      <Fact name="SHA-256">
        <code>{document.sha256}</code>
        <span class={isSame ? 'checked' : 'checked broken'}>
          {isSame
            ? '✓ checked now: the text below is unchanged'
            : `✗ the text below has another: ${sha256}`}
        </span>
      </Fact>
    </dl>
  )
}

type FactProps = { name: string; basis?: Provenance | undefined; children: ComponentChildren }

function Fact({ name, basis, children }: FactProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children}
        {basis && (
          <span class="basis">
            {BASIS_WORDS[basis.basis]}
            {basis.why && `: ${basis.why}`}
          </span>
        )}
      </dd>
    </>
  )
}
