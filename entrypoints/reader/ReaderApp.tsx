import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../../components/Notice.tsx'
import { Reader } from '../../components/Reader.tsx'
import { titleOf } from '../../components/SourceList.tsx'
import { createLookup, type IndexLookup } from '../../core/card-content.ts'
import type { Span, SourceDocument } from '../../core/source-index.ts'
import { loadIndex } from '../../extension/bundled-index.ts'
import { readSeed } from '../../extension/open-reader.ts'

type Opened =
  | { name: 'loading' }
  | { name: 'missing'; fault: string }
  | {
      name: 'open'
      lookup: IndexLookup
      document: SourceDocument
      text: string
      cited: Span | undefined
    }

/** Shows the document or the passage that the address names after its `#`. */
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

async function open(id: string): Promise<Opened> {
  try {
    const lookup = createLookup(await loadIndex())
    const cited = lookup.passages.get(id)
    const source = lookup.documents.get(cited?.document ?? id)
    if (!source) return { name: 'missing', fault: `No source document has the id “${id}”.` }
    document.title = `${titleOf(lookup, source)} · Source Context`
    return { name: 'open', lookup, document: source, text: await readSeed(source.file), cited }
  } catch (fault) {
    return { name: 'missing', fault: fault instanceof Error ? fault.message : String(fault) }
  }
}
