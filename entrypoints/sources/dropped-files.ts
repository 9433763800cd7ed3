/** All files among what was dropped, those in folders too. Must be called while the drop is handled. */
export function readDropped(dropped: DataTransfer): Promise<File[]> {
  // What was dropped is there only until the first wait.
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const loose = [...dropped.files]
  if (entries.length === 0) return Promise.resolve(loose)
  return Promise.all(entries.map(filesIn)).then((found) => found.flat())
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) {
    const file = await new Promise<File | undefined>((answer) =>
      entry.file(answer, () => answer(undefined)),
    )
    return file ? [file] : []
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const found: File[] = []
  // A reader gives at most a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((answer) =>
      reader.readEntries(answer, () => answer([])),
    )
    if (some.length === 0) return found
    found.push(...(await Promise.all(some.map(filesIn))).flat())
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
