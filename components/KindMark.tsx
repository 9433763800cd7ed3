/** The small shape that stands for a kind of mention: its colour is never the only sign. */
export function KindMark({ kind }: { kind: string }) {
  return <i class={`kind ${kind}`} aria-hidden="true" />
}
