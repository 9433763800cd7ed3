import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../../components/Notice.tsx'
import { Reader } from '../../components/Reader.tsx'
import { SourceLinks } from '../../components/SourceLinks.tsx'
import type { IndexLookup } from '../../core/card/card-content.ts'
import { titleOf } from '../../core/digest/document-title.ts'
import { readProvenance, type DocumentProvenance } from '../../core/digest/provenance.ts'
import type { ReaderPlace } from '../../core/digest/reader-place.ts'
import { say } from '../../core/words.ts'
import sources from '../../seeds/sources.json'
import type { SeedText } from '../../extension/open-reader.ts'
import { openPlace } from '../../extension/sources/read-place.ts'

type Opened =
  | { name: 'loading' }
  /** `lookup` is missing where the index itself is. */
  | { name: 'missing'; fault: string; lookup?: IndexLookup }
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
    const read = async () => {
      const { hash } = location
      const found = await open(hash.slice(1))
      // An address that was asked for later may have been opened sooner.
      if (hash !== location.hash) return
      if (found.name === 'open')
        document.title = say('reader_documentTitle', {
          title: titleOf(found.lookup, found.document),
        })
      setOpened(found)
    }
    const listen = () => void read()
    addEventListener('hashchange', listen)
    listen()
    return () => removeEventListener('hashchange', listen)
  }, [])
  if (opened.name === 'open') return <Reader {...opened} />
  return (
    <main class="reader">
      <h1 class="visually-hidden">{say('reader_title')}</h1>
      {opened.name === 'loading' ? (
        <Notice title={say('reader_opening')}>{say('state_oneMoment')}</Notice>
      ) : (
        <Missing {...opened} />
      )}
    </main>
  )
}

/** Says why, and leads to the documents that there are. */
function Missing({ fault, lookup }: { fault: string; lookup?: IndexLookup }) {
  const again = { label: say('state_tryAgain'), run: () => location.reload() }
  return (
    <>
      <Notice title={say('reader_missing')} {...(!lookup && { action: again })}>
        {fault}
      </Notice>
      {lookup && <SourceLinks lookup={lookup} />}
    </>
  )
}

async function open(fragment: string): Promise<Opened> {
  try {
    const opened = await openPlace(fragment)
    if (!('document' in opened))
      return { name: 'missing', fault: sayMissing(fragment), lookup: opened.lookup }
    const provenance = readProvenance(sources, opened.document.file)
    return { name: 'open', provenance, ...opened }
  } catch (fault) {
    return { name: 'missing', fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

function sayMissing(fragment: string): string {
  if (fragment === '') return say('reader_noDocument')
  return say('reader_unknownDocument', { id: fragment })
}
