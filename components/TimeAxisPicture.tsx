import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { EventId, SourceEvent } from '../core/source-index.ts'
import { AXIS_EDGE, thinTicks, type TimeAxis, type TimePoint } from '../core/digest/time-line.ts'
import { say } from '../core/words.ts'

type Props = {
  axis: TimeAxis
  lit: ReadonlySet<EventId>
  chosen: EventId | undefined
  /** The event in words. */
  labelOf(event: SourceEvent): string
  choose(event: EventId): void
}

/** Px: what the picture keeps free at its sides and between its rows. */
const SIDE = 14
const ROW = 15
const TOP = 26
const BOTTOM = 24
const NARROWEST = 200
/** Px that a month's name and year take, with some room. */
const LABEL = 62

/**
 * The events on an axis of time, from left to right in every language. One stop for Tab; arrows go
 * from event to event.
 */
export function TimeAxisPicture({ axis, lit, chosen, labelOf, choose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const rows = Math.max(1, ...axis.events.map((point) => point.row + 1))
  const line = TOP + rows * ROW
  const x = (at: number) => SIDE + at * (width - 2 * SIDE)
  const order = axis.events.map((point) => point.item.id)
  const current = chosen !== undefined && order.includes(chosen) ? chosen : order[0]
  const press = (event: KeyboardEvent) => {
    const next = stepFrom(order, current, event.key)
    if (next === undefined) return
    event.preventDefault()
    choose(next)
    box.current?.querySelector<SVGElement>(`[data-event="${next}"]`)?.focus()
  }
  return (
    <div class="axis" ref={box}>
      <svg
        width={width}
        height={line + BOTTOM}
        role="group"
        direction="ltr"
        aria-label={say('digest_inOrderOfTime')}
        onKeyDown={press}
      >
        <line class="rule" x1={x(0)} x2={x(1)} y1={line} y2={line} />
        {axis.breaks.map((at) => (
          <path key={at} class="break" d={`M${x(at) - 3} ${line + 4}l4 -8m3 0l-4 8`} />
        ))}
        {thinTicks(axis.ticks, LABEL / (width - 2 * SIDE)).map(({ label, at }) => (
          <text key={label} x={x(at)} y={line + 17} text-anchor={anchorOf(at)}>
            {label}
          </text>
        ))}
        {axis.page !== undefined && (
          <g class="this-page">
            <line x1={x(axis.page)} x2={x(axis.page)} y1={TOP - 8} y2={line + 4} />
            <text x={x(axis.page)} y={TOP - 13} text-anchor={anchorOf(axis.page)}>
              {say('digest_thisPage')}
            </text>
          </g>
        )}
        {axis.events.map((point) => (
          <Point
            key={point.item.id}
            point={point}
            x={x(point.at)}
            y={line - 8 - point.row * ROW}
            lit={lit.has(point.item.id)}
            chosen={point.item.id === chosen}
            stop={point.item.id === current}
            labelOf={labelOf}
            choose={choose}
          />
        ))}
      </svg>
    </div>
  )
}

type PointProps = {
  point: TimePoint<SourceEvent>
  x: number
  y: number
  lit: boolean
  chosen: boolean
  stop: boolean
  labelOf(event: SourceEvent): string
  choose(event: EventId): void
}

function Point({ point: { item }, x, y, lit, chosen, stop, labelOf, choose }: PointProps) {
  const label = labelOf(item)
  const name = lit ? say('digest_pointHere', { event: label }) : label
  return (
    <g
      class={['point', lit && 'lit', chosen && 'chosen'].filter(Boolean).join(' ')}
      role="button"
      tabindex={stop ? 0 : -1}
      aria-label={name}
      aria-pressed={chosen}
      data-event={item.id}
      transform={`translate(${x} ${y})`}
      onClick={() => choose(item.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose(item.id)
      }}
    >
      <title>{name}</title>
      <rect class="reach" x={-8} y={-8} width={16} height={16} />
      <rect class="shape" x={-4} y={-4} width={8} height={8} rx={1.5} transform="rotate(45)" />
    </g>
  )
}

function anchorOf(at: number): 'start' | 'middle' | 'end' {
  if (at < AXIS_EDGE) return 'start'
  return at > 1 - AXIS_EDGE ? 'end' : 'middle'
}

function stepFrom(
  order: EventId[],
  current: EventId | undefined,
  key: string,
): EventId | undefined {
  const at = order.indexOf(current ?? '')
  const steps: Record<string, number> = {
    ArrowRight: Math.min(at + 1, order.length - 1),
    ArrowLeft: Math.max(at - 1, 0),
    Home: 0,
    End: order.length - 1,
  }
  return order[steps[key] ?? -1]
}

function useWidth(box: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(320)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const measure = () => setWidth(Math.max(NARROWEST, element.clientWidth))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  return width
}
