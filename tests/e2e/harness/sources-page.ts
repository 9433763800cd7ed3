import type { Rig } from './rig.ts'
import { until } from './until.ts'
import { pageView, type View } from './view.ts'

/** A file as a person chooses it: text, or bytes as numbers. */
export type ChosenFile = { name: string; content: string | number[] }

/** The page of the reader's own sources, with what a person does there. */
export type SourcesView = View & {
  /** Chooses files as in the browser's dialogue. */
  chooseFiles(files: ChosenFile[]): Promise<void>
  /** Chooses a pack file. */
  choosePack(text: string): Promise<void>
  /** Types into the field with that id. */
  type(id: string, text: string): Promise<void>
  /** Waits until the page says something. */
  untilSays(words: string): Promise<void>
}

export async function openSourcesPage(rig: Rig): Promise<SourcesView> {
  const view = sourcesView(pageView(await rig.openOwn('/sources.html')))
  await view.untilSays('Packs')
  return view
}

export function sourcesView(view: View): SourcesView {
  return {
    ...view,
    chooseFiles: (files) => view.evaluate(choose, '.drop input[type=file]', files),
    choosePack: (text) =>
      view.evaluate(choose, '#packs ~ .buttons input[type=file]', [
        { name: 'pack.json', content: text },
      ]),
    type: async (id, text) => {
      await until(`the field ${id}`, () => view.evaluate(typeInto, id, text))
    },
    untilSays: async (words) => {
      await until(`“${words}”`, async () => (await view.text()).includes(words)).catch(
        async (fault: unknown) => {
          throw new Error(`the page does not say “${words}” but: ${await view.text()}`, {
            cause: fault,
          })
        },
      )
    },
  }
}

function choose(selector: string, files: ChosenFile[]): void {
  const input = document.querySelector<HTMLInputElement>(selector)
  if (!input) throw new Error('no place for files')
  const chosen = new DataTransfer()
  for (const { name, content } of files)
    chosen.items.add(
      new File([typeof content === 'string' ? content : new Uint8Array(content)], name),
    )
  input.files = chosen.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

function typeInto(id: string, text: string): boolean {
  const field = document.querySelector<HTMLInputElement>(`#${id}`)
  if (!field) return false
  field.focus()
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}
