import { useEffect, useState } from 'preact/hooks'
import type { KeptDocument, PackId } from '../../core/packs/pack.ts'
import { say, sayCount } from '../../core/words.ts'
import { openReader } from '../../extension/open-reader.ts'
import { library } from './use-library.ts'

type Props = {
  pack: PackId
  number: number
  /** It was in the pack before. */
  known: boolean
  /** Of the library. */
  version: number
  back(): void
}

/** Says that a page is kept, then what came of it. */
export function SavedPage({ pack, number, known, version, back }: Props) {
  const [kept, setKept] = useState<KeptDocument>()
  useEffect(() => {
    let late = false
    void findByNumber(pack, number).then((found) => late || setKept(found))
    return () => {
      late = true
    }
  }, [pack, number, version])
  const { state } = kept ?? {}
  return (
    <section class="saved" aria-labelledby="saved">
      <h2 id="saved" tabIndex={-1} ref={(it) => it?.focus()}>
        {known ? say('capture_known') : say('capture_saved')}
      </h2>
      <p role="status">
        {state?.name === 'ready' && kept
          ? sayReady(kept)
          : state?.name === 'failed'
            ? state.why
            : say('capture_indexing')}
      </p>
      {state?.name !== 'ready' && state?.name !== 'failed' && (
        <progress aria-label={say('sources_indexing')} />
      )}
      <div class="buttons">
        <button class="button main" onClick={back}>
          {say('capture_back')}
        </button>
        {state?.name === 'ready' && kept && (
          <button class="button" onClick={() => void openReader(kept.document.id)}>
            {say('sources_read')}
          </button>
        )}
      </div>
    </section>
  )
}

function sayReady({ document }: KeptDocument): string {
  const body = document.paragraphs.filter(({ kind }) => kind === 'body').length
  return sayCount('capture_ready', body)
}

async function findByNumber(pack: PackId, number: number): Promise<KeptDocument | undefined> {
  // It is among the last that were added, unless it was known before.
  const all = await library.list(pack, 0, 200)
  return all.find((one) => one.number === number)
}
