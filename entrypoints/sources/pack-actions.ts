import { namePack, type ListedPack } from '../../components/sources/pack-summary.ts'
import type { LastAct } from '../../components/sources/SourcesPage.tsx'
import type { PackId } from '../../core/packs/pack.ts'
import { say, sayCount } from '../../core/words.ts'
import { saveFile } from '../../extension/save-file.ts'
import { library } from './use-library.ts'

type Page = {
  act(doing: Promise<LastAct | undefined>): void
  setOpened(pack: PackId | undefined): void
  setFaults(faults: string[]): void
}

/** A pack of more is no pack of texts, in bytes. */
const LARGEST_PACK = 1024 * 1024 * 1024

/** What can be done with packs; each act says what it did, and how to take it back. */
export function packActions({ act, setOpened, setFaults }: Page) {
  const remove = async (pack: ListedPack): Promise<LastAct> => {
    await library.deletePack(pack.id)
    return {
      sentence: say('sources_packDeleted', { pack: namePack(pack) }),
      undo: () =>
        act(
          library
            .restorePack(pack.id)
            .then(() => ({ sentence: say('sources_packBack', { pack: namePack(pack) }) })),
        ),
    }
  }
  const exportPack = async (pack: PackId): Promise<LastAct> => {
    const { file, text } = await library.exportPack(pack)
    saveFile(file, 'application/json', text)
    return { sentence: say('sources_exported', { file }) }
  }
  const readPack = async (file: File): Promise<LastAct | undefined> => {
    setFaults([])
    const read = file.size > LARGEST_PACK ? undefined : await readText(file)
    if (read === undefined) {
      setFaults([say('capture_noText')])
      return undefined
    }
    const answer = await library.importPack(read)
    if (answer.name === 'faulty') {
      setFaults(
        answer.faults.map(({ where, what }) =>
          where === '' ? what : say('sources_faultAt', { where, what }),
        ),
      )
      return { sentence: say('sources_nothingChanged') }
    }
    return { sentence: sayCount('sources_imported', answer.documents) }
  }
  return {
    open: setOpened,
    switchPack: (pack: ListedPack, on: boolean) =>
      act(
        library.switchPack(pack.id, on).then(() => {
          const values = { pack: namePack(pack) }
          return {
            sentence: on ? say('sources_switchedOn', values) : say('sources_switchedOff', values),
          }
        }),
      ),
    rename: (pack: ListedPack, name: string) =>
      act(
        library.renamePack(pack.id, name).then(() => ({
          sentence: say('sources_renamed', { pack: name }),
          undo: () =>
            act(
              library
                .renamePack(pack.id, pack.name)
                .then(() => ({ sentence: say('sources_renamed', { pack: pack.name }) })),
            ),
        })),
      ),
    exportPack: (pack: PackId) => act(exportPack(pack)),
    deletePack: (pack: ListedPack) => act(remove(pack)),
    create: (name: string) =>
      act(
        library.createPack(name).then((id) => {
          setOpened(id)
          return { sentence: say('sources_packMade', { pack: name }) }
        }),
      ),
    readPack: (file: File) => act(readPack(file)),
  }
}

/** Text in UTF-8 with or without a byte order mark; `undefined` for anything else. */
async function readText(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return undefined
  }
}
