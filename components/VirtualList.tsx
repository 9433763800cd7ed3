import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'

/** One row: its height is fixed, so that rows out of sight need not exist. */
export type VirtualRow = { key: string; height: number; draw(): ComponentChildren }

type Props = {
  rows: VirtualRow[]
  /** Row to bring into view when it changes. */
  show?: string | undefined
}

/** Px above and below the window in which rows are drawn ahead. */
const AHEAD = 600
/** So few rows cost nothing; all of them are drawn, and the browser's own search finds them. */
const DRAW_ALL = 120

/** A long list that draws only the rows near the window. It scrolls with the page. */
export function VirtualList({ rows, show }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const tops = useMemo(() => topsOf(rows), [rows])
  const [from, to] = useShownRange(box, rows, tops)
  useScrollTo(box, rows, tops, show)
  const height = tops.at(-1) ?? 0
  return (
    <div ref={box} class="rows" style={{ height: `${height}px` }}>
      <div style={{ transform: `translateY(${tops[from] ?? 0}px)` }}>
        {rows.slice(from, to).map((row) => (
          <div key={row.key} style={{ height: `${row.height}px` }}>
            {row.draw()}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Where each row begins, and where the last one ends. */
function topsOf(rows: VirtualRow[]): number[] {
  const tops = [0]
  for (const row of rows) tops.push((tops.at(-1) ?? 0) + row.height)
  return tops
}

type Box = { current: HTMLDivElement | null }

function useShownRange(box: Box, rows: VirtualRow[], tops: number[]): [number, number] {
  const [range, setRange] = useState<[number, number]>([0, DRAW_ALL])
  const isLong = rows.length > DRAW_ALL
  useLayoutEffect(() => {
    if (!isLong) return undefined
    const control = new AbortController()
    const measure = () => {
      const top = box.current?.getBoundingClientRect().top ?? 0
      const from = Math.max(0, rowAt(tops, -top - AHEAD))
      const to = rowAt(tops, innerHeight - top + AHEAD) + 1
      setRange((old) => (old[0] === from && old[1] === to ? old : [from, to]))
    }
    const options = { passive: true, signal: control.signal }
    addEventListener('scroll', measure, { ...options, capture: true })
    addEventListener('resize', measure, options)
    measure()
    return () => control.abort()
  }, [isLong, tops])
  return isLong ? range : [0, rows.length]
}

/** The row that stands at a height, by halves. */
function rowAt(tops: number[], height: number): number {
  let [low, high] = [0, tops.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= height) low = middle
    else high = middle - 1
  }
  return low
}

function useScrollTo(box: Box, rows: VirtualRow[], tops: number[], show: string | undefined) {
  useEffect(() => {
    const index = show === undefined ? -1 : rows.findIndex((row) => row.key === show)
    const list = box.current
    if (index < 0 || !list) return
    const top = list.getBoundingClientRect().top + (tops[index] ?? 0)
    if (top >= innerHeight * 0.15 && top <= innerHeight * 0.85) return
    scrollBy({ top: top - innerHeight / 2, behavior: 'instant' })
    // Rows that come and go are no reason to scroll again.
  }, [show])
}
