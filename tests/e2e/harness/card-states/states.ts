import { createLookup, describeContext } from '../../../../core/card/card-content.ts'
import { say } from '../../../../core/words.ts'
import { createContextFinder, type ContextQuery } from '../../../../core/context/context.ts'
import type { MarkedPlace } from '../../../../core/card/marked-place.ts'
import type { SourceIndex } from '../../../../core/source-index.ts'
import type { CardView } from '../../../../entrypoints/card/card-view.ts'

/** One way that a card can look, and what a person did to bring it there. */
export type CardState = {
  name: string
  view: CardView
  /** Selectors of what is pressed, in order, once the card stands. */
  press?: string[]
  /** Selector of what has the focus. */
  focus?: string
  /** Px, where it is not the usual width. */
  width?: number
  /** Px, where the window leaves it less height than it would take. */
  height?: number
  /** The reader has text spaced out as WCAG 1.4.12 names it. */
  spaced?: boolean
  /** The extension has gone under the open card: nothing that is pressed gets done. */
  gone?: boolean
}

type Asked = Partial<ContextQuery> & { sentence: string }

/** Every state of the card, filled from an index as the extension does it. */
export function listCardStates(index: SourceIndex): CardState[] {
  const finder = createContextFinder(index)
  const lookup = createLookup(index)
  const view = (marked: MarkedPlace, asked: Asked): CardView => {
    const query = { pageCompanies: ['huawei', 'zte'], ...asked }
    const content = describeContext(lookup, query, finder.find(query))
    if (!content) throw new Error(`the index has nothing for “${marked.surface}”`)
    return { content, marked }
  }
  const pentagon = (modality: MarkedPlace['modality'] = 'asserted') =>
    view(
      { surface: 'Pentagon ordered', modality },
      {
        agency: 'us-dod',
        action: 'ban',
        target: 'both',
        sentence: 'The Pentagon ordered shops on bases to stop selling phones by Huawei and ZTE.',
      },
    )
  const huawei = view(
    { surface: 'Huawei' },
    { company: 'huawei', sentence: 'The box was made by Huawei and carried army networks.' },
  )
  const states: CardState[] = [
    { name: 'action with its event', view: pentagon() },
    { name: 'more quotes unfolded', view: pentagon(), press: ['.more > summary'] },
    {
      name: 'many agencies, dates differ',
      view: view(
        { surface: 'FBI Director Chris Wray testified', modality: 'asserted' },
        {
          agency: 'us-fbi',
          action: 'testify',
          target: 'both',
          sentence: 'FBI Director Chris Wray testified in February on Huawei and ZTE phones.',
        },
      ),
    },
    {
      name: 'amounts differ, no reply',
      view: view(
        { surface: 'federal government settled', modality: 'asserted' },
        {
          agency: 'us-government',
          action: 'settle',
          target: 'zte',
          sentence: 'In March 2017 the federal government settled with ZTE over sales to Iran.',
        },
      ),
    },
    { name: 'company', view: huawei },
    {
      name: 'company, in a sentence on an event',
      view: view(
        { surface: 'Huawei' },
        {
          company: 'huawei',
          sentence:
            'The Pentagon ordered shops on military bases to stop selling phones by Huawei and ZTE.',
        },
      ),
    },
    {
      name: 'company, ownership differs',
      view: view(
        { surface: 'ZTE' },
        { company: 'zte', sentence: 'ZTE is state-owned, its rivals say of the phone maker.' },
      ),
    },
    {
      name: 'name in another script',
      view: view(
        { surface: '华为' },
        { company: 'huawei', sentence: '华为 equipment in mobile networks.' },
      ),
    },
    {
      name: 'nothing on this action, nothing by this agency',
      view: view(
        { surface: 'FCC barred', modality: 'asserted' },
        {
          agency: 'us-fcc',
          action: 'ban',
          target: 'huawei',
          sentence: 'The FCC barred carriers from buying Huawei network equipment with subsidies.',
        },
      ),
    },
    { name: 'the page denies it', view: pentagon('negated') },
    { name: 'the page says it may happen', view: pentagon('possible') },
    { name: 'the page speaks of a proposal', view: pentagon('proposed') },
    { name: 'citation copied', view: huawei, press: ['.acts button'] },
    { name: 'copying not allowed', view: huawei, press: ['.acts button'], gone: true },
    { name: 'extension gone', view: huawei, press: ['.acts button:nth-child(3)'], gone: true },
    { name: 'pinned', view: huawei, press: ['.icon'] },
    { name: 'keyboard focus', view: huawei, focus: '.acts button:nth-child(3)' },
    { name: 'little height: scrolls', view: pentagon(), height: 320 },
    { name: 'narrow', view: pentagon(), width: 280 },
    { name: 'text spaced out', view: pentagon(), spaced: true },
    { name: 'no answer', view: { failure: say('card_lost') } },
    { name: 'sources unreadable', view: { failure: say('card_unreadable') } },
  ]
  return states
}
