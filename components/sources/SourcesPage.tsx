import type { ComponentChildren } from 'preact'
import type { Novelty } from '../../core/packs/pack.ts'
import { say, sayCount } from '../../core/words.ts'
import { AddFiles } from './AddFiles.tsx'
import { NewSection } from './NewSection.tsx'
import { PackSection } from './PackSection.tsx'
import { isAtWork, QueueFaults, QueueProgress, type Queue } from './QueueProgress.tsx'
import { StorageSection } from './StorageSection.tsx'
import { namePack, type ListedPack } from './pack-summary.ts'
import { BUNDLED } from '../../core/packs/pack.ts'

/** What was done last, in a sentence, and how to take it back. */
export type LastAct = { sentence: string; undo?: () => void }

export type LibraryView = {
  packs: ListedPack[]
  queue: Queue
  storage: Parameters<typeof StorageSection>[0]['storage']
  fault?: { name: 'rebuilding' } | { name: 'lost'; documents: number }
}

type Props = {
  library: LibraryView
  novelty: Novelty
  files: Omit<Parameters<typeof AddFiles>[0], 'packs'>
  packs: Omit<Parameters<typeof PackSection>[0], 'packs' | 'children'>
  /** The opened pack, or a document of it that is corrected. */
  opened: ComponentChildren
  last: LastAct | undefined
  actions: {
    cancelQueue(): void
    persist(): void
    forget(): void
    openDocument(id: string): void
    markSeen(): void
  }
}

/** All that a reader keeps: packs, documents, names, and the room that they take. */
export function SourcesPage({ library, novelty, files, packs, opened, last, actions }: Props) {
  const kept = library.packs.filter((pack) => pack.deleted === undefined)
  const own = kept.filter((pack) => pack.id !== BUNDLED)
  return (
    <main class="options sources">
      <header>
        <img src="/icon/48.png" alt="" />
        <h1>{say('sources_title')}</h1>
      </header>
      <Fault fault={library.fault} />
      {own.length === 0 && <p class="lead">{say('sources_none')}</p>}
      <AddFiles {...files} packs={own.map((pack) => ({ id: pack.id, name: namePack(pack) }))} />
      <QueueFaults failed={library.queue.failed} />
      <PackSection {...packs} packs={kept}>
        {opened}
      </PackSection>
      <NewSection
        novelty={novelty}
        openDocument={actions.openDocument}
        markSeen={actions.markSeen}
      />
      <StorageSection storage={library.storage} persist={actions.persist} forget={actions.forget} />
      <StatusBar last={last} queue={library.queue} cancel={actions.cancelQueue} />
    </main>
  )
}

function Fault({ fault }: { fault: LibraryView['fault'] }) {
  if (!fault) return null
  return (
    <p class="warning" role="alert">
      {fault.name === 'rebuilding'
        ? say('sources_rebuilding')
        : sayCount('sources_lost', fault.documents)}
    </p>
  )
}

type StatusProps = { last: LastAct | undefined; queue: Queue; cancel(): void }

/** Tells what was done last and what is being done, wherever on the page that was. */
function StatusBar({ last, queue, cancel }: StatusProps) {
  return (
    <footer class={last || isAtWork(queue) ? 'status' : 'status empty'}>
      <QueueProgress queue={queue} cancel={cancel} />
      <p role="status">{last?.sentence}</p>
      {last?.undo && (
        <button class="button" onClick={last.undo}>
          {say('sources_undo')}
        </button>
      )}
    </footer>
  )
}
