import { useEffect, useState } from 'preact/hooks'
import { CaptureForm, type Corrected } from '../../components/sources/CaptureForm.tsx'
import { NamesEditor } from '../../components/sources/NamesEditor.tsx'
import { PackDocuments } from '../../components/sources/PackDocuments.tsx'
import type { ListedPack } from '../../components/sources/pack-summary.ts'
import type { LastAct } from '../../components/sources/SourcesPage.tsx'
import type { KeptDocument, NewDocument } from '../../core/packs/pack.ts'
import type { Entity } from '../../core/source-index.ts'
import { say } from '../../core/words.ts'
import { loadIndex } from '../../extension/bundled-index.ts'
import { openReader } from '../../extension/open-reader.ts'
import { library } from './use-library.ts'

type Props = {
  pack: ListedPack
  /** Of the library: counts up with each change. */
  version: number
  act(doing: Promise<LastAct | undefined>): void
}

const PAGE = 50

/** What a pack holds: its documents and its names. */
export function OpenedPack({ pack, version, act }: Props) {
  const [documents, setDocuments] = useState<KeptDocument[]>([])
  const [count, setCount] = useState(PAGE)
  const [corrected, setCorrected] = useState<Correction>()
  const bundled = useBundled()
  useEffect(() => {
    let late = false
    library.list(pack.id, 0, count).then(
      (read) => late || setDocuments(read),
      () => undefined,
    )
    return () => {
      late = true
    }
  }, [pack.id, count, version])
  if (corrected)
    return (
      <CaptureForm
        captured={corrected.captured}
        packs={[]}
        pack={pack.id}
        fixed
        busy={false}
        save={(facts) => {
          setCorrected(undefined)
          act(correct(corrected.kept, facts, act))
        }}
        cancel={() => setCorrected(undefined)}
      />
    )
  return (
    <>
      <PackDocuments
        documents={documents}
        total={pack.documents}
        showMore={() => setCount(count + PAGE)}
        actions={{
          openDocument: (id) => void openReader(id),
          correct: (kept) => void startCorrection(kept).then(setCorrected),
          remove: (kept) => act(remove(kept, act)),
          retryFailed: () => act(library.retryFailed(pack.id).then(() => undefined)),
        }}
      />
      <NamesEditor
        key={JSON.stringify(pack.names)}
        names={pack.names}
        bundled={bundled}
        save={(names) =>
          act(
            library.setNames(pack.id, names).then(() => ({
              sentence: say('sources_namesSaved'),
              undo: () =>
                act(
                  library
                    .setNames(pack.id, pack.names)
                    .then(() => ({ sentence: say('sources_namesBack') })),
                ),
            })),
          )
        }
        findClashes={(names) => library.findClashes(pack.id, names)}
        test={(names, text) => library.testNames(pack.id, names, text)}
      />
    </>
  )
}

function useBundled(): Entity[] {
  const [entities, setEntities] = useState<Entity[]>([])
  useEffect(() => {
    loadIndex().then(
      (index) => setEntities(index.entities.toSorted((a, b) => a.name.localeCompare(b.name))),
      () => undefined,
    )
  }, [])
  return entities
}

async function remove(kept: KeptDocument, act: Props['act']): Promise<LastAct> {
  const removed = await library.removeDocument(kept.number)
  const title = kept.document.title ?? kept.document.file
  return {
    sentence: say('sources_documentRemoved', { title }),
    ...(removed && {
      undo: () =>
        act(
          library
            .add(kept.pack, [removed])
            .then(() => ({ sentence: say('sources_documentBack', { title }) })),
        ),
    }),
  }
}

type Correction = { kept: KeptDocument; captured: Parameters<typeof CaptureForm>[0]['captured'] }

async function startCorrection(kept: KeptDocument): Promise<Correction> {
  const { document, author = '', kind } = kept
  const { title, publisher, published, address } = document
  const text = (await library.readDocument(kept.number))?.text ?? ''
  const facts = { title: title ?? '', publisher, author, published, address }
  return { kept, captured: { kind, text, facts } }
}

/** Its text comes again with other facts; what was wrong comes back on Undo. */
async function correct(
  { number }: KeptDocument,
  facts: Corrected,
  act: Props['act'],
): Promise<LastAct> {
  const before = await library.readDocument(number)
  if (!before) throw new Error(say('sources_gone'))
  const { author: _, ...rest } = before
  const now = await putInPlace(number, { ...rest, ...facts })
  const undo = async () => {
    await putInPlace(now, before)
    return { sentence: say('sources_correctionUndone') }
  }
  return { sentence: say('sources_corrected'), undo: () => act(undo()) }
}

async function putInPlace(number: number, document: NewDocument): Promise<number> {
  const answer = await library.correctDocument(number, document)
  if (answer.name === 'refused') throw new Error(answer.why)
  return answer.name === 'added' ? answer.document.number : answer.number
}
