import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../../components/Notice.tsx'
import { Reader } from '../../components/Reader.tsx'
import { createLookup, type IndexLookup } from '../../core/card/card-content.ts'
import { titleOf } from '../../core/digest/document-title.ts'
import { readProvenance, type DocumentProvenance } from '../../core/digest/provenance.ts'
import { readPlace, type ReaderPlace } from '../../core/digest/reader-place.ts'
import sources from '../../seeds/sources.json'
import { loadIndex } from '../../extension/bundled-index.ts'
import { readSeed, type SeedText } from '../../extension/open-reader.ts'

type Opened =
  | { name: 'loading' }
  | { name: 'missing'; fault: string }
  | ({
      name: 'open'
      lookup: IndexLookup
      seed: SeedText
      provenance: DocumentProvenance
    } & ReaderPlace)

/** Shows the document, the passage or the stretch that the address names after its `#`. */
export function ReaderApp() {
  const [opened, setOpened] = useState<Opened>({ name: 'loading' })
  useEffect(() => {
    const read = () => void open(location.hash.slice(1)).then(setOpened)
    addEventListener('hashchange', read)
    read()
    return () => removeEventListener('hashchange', read)
  }, [])
  if (opened.name === 'loading') return <Notice title="Opening the document…">One moment.</Notice>
  if (opened.name === 'missing')
    return <Notice title="The document cannot be shown">{opened.fault}</Notice>
  return <Reader {...opened} />
}

async function open(fragment: string): Promise<Opened> {
  try {
    const lookup = createLookup(await loadIndex())
    const place = readPlace(lookup, fragment)
    if (!place) return { name: 'missing', fault: `No source document has the id “${fragment}”.` }
    const { file } = place.document
    document.title = `${titleOf(lookup, place.document)} · Source Context`
    const provenance = readProvenance(sources, file)
    return { name: 'open', lookup, seed: await readSeed(file), provenance, ...place }
  } catch (fault) {
    return { name: 'missing', fault: fault instanceof Error ? fault.message : String(fault) }
  }
}
