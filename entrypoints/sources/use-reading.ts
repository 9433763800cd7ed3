import { useRef, useState } from 'preact/hooks'
import type { Reading } from '../../components/sources/ReadingProgress.tsx'
import type { Captured } from '../../core/capture/captured.ts'
import { isLeftover, plainName } from '../../core/capture/file-kind.ts'
import { dayOf } from '../../core/capture/parse-date.ts'
import type { NewDocument, PackId } from '../../core/packs/pack.ts'
import { packFor } from './pack-for.ts'
import { readFile } from './read-file.ts'
import { library, toError } from './use-library.ts'

type FileReading = {
  reading: Reading | undefined
  /** `publisher`: who files are from that do not say it. Answers the pack that they went into. */
  start(files: File[], pack: PackId, publisher: string): Promise<PackId | undefined>
  cancel(): void
}

const NOTHING = { running: true, cancelled: false, read: 0, added: 0, known: 0, failed: [] }

/** Reads files one after another; each is kept as soon as it is read, so that cancelling loses none. */
export function useReading(): FileReading {
  const [reading, setReading] = useState<Reading>()
  const end = useRef<AbortController | undefined>(undefined)
  const start = async (chosen: File[], pack: PackId, publisher: string) => {
    const files = chosen.filter((file) => !isLeftover(file.name))
    if (files.length === 0) return undefined
    const { signal } = (end.current = new AbortController())
    let now: Reading = { ...NOTHING, all: files.length }
    const show = (change: Partial<Reading>) => setReading((now = { ...now, ...change }))
    const fail = (file: string, why: string) => show({ failed: [...now.failed, { file, why }] })
    show({})
    let into: PackId | undefined
    for (const file of files) {
      if (signal.aborted) break
      const name = pathOf(file)
      try {
        const read = await readFile(file, signal)
        if ('why' in read) fail(name, read.why)
        else {
          into ??= await packFor(pack)
          const [added] = await library.add(into, [toDocument(read.captured, file, publisher)])
          if (added?.name === 'refused') fail(name, added.why)
          else if (added?.name === 'known') show({ known: now.known + 1 })
          else show({ added: now.added + 1 })
        }
      } catch (fault) {
        if (!signal.aborted) fail(name, toError(fault).message)
      }
      show({ read: now.read + 1 })
    }
    show({ running: false, cancelled: signal.aborted })
    return into
  }
  return { reading, start, cancel: () => end.current?.abort() }
}

function toDocument({ kind, text, facts }: Captured, file: File, publisher: string): NewDocument {
  const { title, author, published, address } = facts
  return {
    kind,
    text,
    title: title === '' ? null : title,
    publisher: facts.publisher || publisher,
    ...(author !== '' && { author }),
    published: published ?? dayOf(Math.min(file.lastModified, Date.now())),
    address,
    file: plainName(file.name),
    captured: Date.now(),
  }
}

function pathOf(file: File): string {
  return file.webkitRelativePath || file.name
}
