import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { IndexLookup } from '../core/card/card-content.ts'
import type { MentionRef, PageDigest, PlacedMention } from '../core/digest/digest.ts'
import {
  groupMentions,
  LIST_ORDERS,
  type ListedGroup,
  type ListOrder,
} from '../core/digest/group-mentions.ts'
import { markOf } from '../core/page-report.ts'
import { say, sayNumber, type MessageKey } from '../core/words.ts'
import { layOutHeading } from './heading-layout.ts'
import { KindMark } from './KindMark.tsx'
import { VirtualList, type VirtualRow } from './VirtualList.tsx'

type Props = {
  digest: PageDigest
  lookup: IndexLookup
  /** The mention that the digest was opened at. */
  here: MentionRef | undefined
  /** The mention at the reading position. */
  position: MentionRef | undefined
  reveal(at: MentionRef): void
  /** Shows a mention where it stands; `undefined` no longer. */
  light(at: MentionRef | undefined): void
}

/** How many of a group are listed before the rest is asked for. */
const FIRST = 3
/** Heights in px, which the style sheet keeps. */
const MENTION = 48
const MORE = 32

const ORDER_LABELS = {
  event: 'digest_orderEvent',
  page: 'digest_orderPage',
  agency: 'digest_orderAgency',
  company: 'digest_orderCompany',
} as const satisfies Record<ListOrder, MessageKey>

/** What the page mentions, in the order that the reader likes; a click goes to the place. */
export function MentionList(props: Props) {
  const { digest, lookup, here, position } = props
  const [order, setOrder] = useState<ListOrder>('event')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<HTMLElement>(null)
  const width = useWindowWidth()
  const groups = useMemo(() => groupMentions(digest, order, lookup), [digest, order, lookup])
  const toggle = (key: string) => {
    const next = new Set(opened)
    if (!next.delete(key)) next.add(key)
    setOpened(next)
  }
  const isOpen = (group: ListedGroup) =>
    group.label === undefined ||
    opened.has(group.key) ||
    group.mentions.slice(FIRST).some((mention) => isSame(mention, here))
  const rows = groups.flatMap((group) => groupRows(group, isOpen(group), props, toggle, width))
  // A list that moves under the pointer would be a trap.
  const isPointedAt = list.current?.matches(':hover, :focus-within') ?? false
  const follows = order === 'page' && !isPointedAt ? (position ?? here) : here
  return (
    <section ref={list} onMouseLeave={() => props.light(undefined)}>
      <div class="sec">
        <h2 class="label">{say('digest_mentions')}</h2>
        <OrderChoice order={order} choose={setOrder} />
      </div>
      <VirtualList rows={rows} show={follows && keyOf(follows)} />
    </section>
  )
}

type ChoiceProps = { order: ListOrder; choose(order: ListOrder): void }

function OrderChoice({ order, choose }: ChoiceProps) {
  return (
    <select
      class="choice"
      aria-label={say('digest_order')}
      value={order}
      onChange={(event) => {
        const chosen = LIST_ORDERS.find((one) => one === event.currentTarget.value)
        if (chosen) choose(chosen)
      }}
    >
      {LIST_ORDERS.map((one) => (
        <option key={one} value={one}>
          {say(ORDER_LABELS[one])}
        </option>
      ))}
    </select>
  )
}

const keyOf = ({ frame, id }: MentionRef) => `${frame}:${id}`
const isSame = (one: MentionRef, other: MentionRef | undefined) =>
  other !== undefined && one.id === other.id && one.frame === other.frame

function groupRows(
  group: ListedGroup,
  open: boolean,
  props: Props,
  toggle: (key: string) => void,
  width: number,
): VirtualRow[] {
  const { key, label, mentions } = group
  const listed = open ? mentions : mentions.slice(0, FIRST)
  const rows: VirtualRow[] = listed.map((mention) => ({
    key: keyOf(mention),
    height: MENTION,
    draw: () => <MentionRow mention={mention} bare={label !== undefined} {...props} />,
  }))
  if (label !== undefined) {
    const { height, below } = layOutHeading(`${label} ×${sayNumber(mentions.length)}`, width)
    rows.unshift({
      key: `group ${key}`,
      height,
      draw: () => <GroupHeading group={group} below={below} />,
    })
  }
  if (label !== undefined && mentions.length > FIRST)
    rows.push({
      key: `more ${key}`,
      height: MORE,
      draw: () => (
        <button class="act more" aria-expanded={open} onClick={() => toggle(key)}>
          {open ? say('digest_showFewer') : say('digest_showAll', { number: mentions.length })}
        </button>
      ),
    })
  return rows
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(innerWidth)
  useEffect(() => {
    const measure = () => setWidth(innerWidth)
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  return width
}

function GroupHeading({ group, below }: { group: ListedGroup; below: boolean }) {
  const { mark, label, mentions, note } = group
  return (
    <h3 class={below ? 'group below' : 'group'}>
      <KindMark kind={mark} />
      <span class="name">
        {label} {mentions.length > 1 && <span class="n">×{sayNumber(mentions.length)}</span>}
      </span>
      {note && <span class="pill">{note}</span>}
    </h3>
  )
}

type RowProps = Pick<Props, 'here' | 'position' | 'reveal' | 'light'> & {
  mention: PlacedMention
  /** The heading above says what kind it is. */
  bare: boolean
}

function MentionRow({ mention, bare, here, position, reveal, light }: RowProps) {
  const at = { frame: mention.frame, id: mention.id }
  const isHere = isSame(mention, position) || isSame(mention, here)
  return (
    <button
      class={isHere ? 'mention here' : 'mention'}
      aria-current={isHere ? 'location' : undefined}
      onClick={() => reveal(at)}
      onMouseEnter={() => light(at)}
      onFocus={() => light(at)}
      onBlur={() => light(undefined)}
    >
      {!bare && <KindMark kind={markOf(mention)} />}
      <span dir="auto">
        {shorten(mention.before, 'start')}
        <mark>{mention.surface}</mark>
        {shorten(mention.after, 'end')}
      </span>
    </button>
  )
}

/** Characters of context before a mention in its row, and after it, where the row itself ends. */
const REACH = { start: 45, end: 76 }

/** Whole words only, with an ellipsis where something is left out. */
function shorten(text: string, side: 'start' | 'end'): string {
  const reach = REACH[side]
  if (text.length <= reach) return text
  if (side === 'end') return `${text.slice(0, reach).replace(/\s\S*$/, '')}…`
  return `…${text.slice(-reach).replace(/^\S*\s/, '')}`
}
