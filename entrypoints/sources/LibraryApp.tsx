import { useState } from 'preact/hooks'
import { Notice } from '../../components/Notice.tsx'
import { NEW_PACK } from '../../components/sources/PackChoice.tsx'
import { SourcesPage, type LastAct } from '../../components/sources/SourcesPage.tsx'
import { BUNDLED, type PackId } from '../../core/packs/pack.ts'
import { say } from '../../core/words.ts'
import { openReader } from '../../extension/open-reader.ts'
import { readDropped } from './dropped-files.ts'
import { OpenedPack } from './OpenedPack.tsx'
import { packActions } from './pack-actions.ts'
import { library, toError, useLibrary } from './use-library.ts'
import { useReading } from './use-reading.ts'

/** Joins the page of the reader's own sources to the library. */
export function LibraryApp() {
  const open = useLibrary()
  const [last, setLast] = useState<LastAct>()
  const [opened, setOpened] = useState<PackId>()
  const [into, setInto] = useState<PackId>()
  const [publisher, setPublisher] = useState(say('sources_ownFiles'))
  const [faults, setFaults] = useState<string[]>([])
  const { reading, start, cancel } = useReading()
  const { state, novelty, version, refresh } = open
  if (!state) return <main class="options sources" aria-busy="true" />
  if (state instanceof Error)
    return (
      <main class="options sources">
        <h1 class="visually-hidden">{say('sources_title')}</h1>
        <Notice
          title={say('sources_missing')}
          action={{ label: say('state_tryAgain'), run: () => void refresh() }}
        >
          {state.message}
        </Notice>
      </main>
    )
  const own = state.packs.filter((pack) => pack.id !== BUNDLED && pack.deleted === undefined)
  const chosen = own.find((pack) => pack.id === into)?.id ?? own[0]?.id ?? NEW_PACK
  /** Does something, then says it; a fault is said in its place. */
  const follow = async (doing: Promise<LastAct | undefined>) => {
    const done = await doing.catch((fault: unknown) => ({ sentence: toError(fault).message }))
    // Nothing is said before it shows.
    await refresh()
    if (done) setLast(done)
  }
  const act = (doing: Promise<LastAct | undefined>) => void follow(doing)
  const read = async (files: File[]) => {
    const filled = await start(files, chosen, publisher.trim() || say('sources_ownFiles'))
    if (filled !== undefined) setInto(filled)
    await refresh()
  }
  const pack = own.find((one) => one.id === opened)
  return (
    <SourcesPage
      library={state}
      novelty={novelty}
      files={{
        chosen,
        choose: setInto,
        publisher,
        setPublisher,
        reading,
        cancel,
        addFiles: (files) => void read(files),
        addDropped: (dropped) => void readDropped(dropped).then(read),
      }}
      packs={{ opened, faults, actions: packActions({ act, setOpened, setFaults }) }}
      opened={pack && <OpenedPack key={pack.id} pack={pack} version={version} act={act} />}
      last={last}
      actions={{
        cancelQueue: () => void library.cancelQueue().then(refresh),
        persist: () =>
          act(
            library.persist().then((kept) => ({
              sentence: kept ? say('sources_persisted') : say('sources_refused'),
            })),
          ),
        forget: () =>
          act(
            library.forgetEverything().then(() => {
              localStorage.clear()
              return { sentence: say('sources_forgotten') }
            }),
          ),
        openDocument: (id) => void openReader(id),
        markSeen: () => {
          history.replaceState(null, '', location.pathname)
          void library.markSeen().then(refresh)
        },
      }}
    />
  )
}
