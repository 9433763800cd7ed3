import type { CDPSession } from 'puppeteer-core'

/** What a page's process holds, after everything that can be collected was. */
export type Held = { heap: number; nodes: number; listeners: number; documents: number }

export async function readHeld(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0
  return {
    heap: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  }
}

/** What a heap snapshot tells: sizes in bytes. */
export type Snapshot = {
  /** Elements that are in no document any more, and that something still holds. */
  detached: number
  /** Elements of ours among them, by name. */
  detachedOurs: string[]
  /** The tables of all maps and sets, and the largest of them. */
  maps: number
  largestMap: number
}

type RawHeap = {
  snapshot: {
    meta: {
      node_fields: string[]
      node_types: [string[], ...unknown[]]
      edge_fields: string[]
      edge_types: [string[], ...unknown[]]
    }
  }
  nodes: number[]
  edges: number[]
  strings: string[]
}

/** The value that V8 gives to a node of the document which is in no tree. */
const DETACHED = 2

export async function takeSnapshot(session: CDPSession): Promise<Snapshot> {
  const chunks: string[] = []
  const hear = ({ chunk }: { chunk: string }) => void chunks.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', hear)
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  session.off('HeapProfiler.addHeapSnapshotChunk', hear)
  return readSnapshot(JSON.parse(chunks.join('')) as RawHeap)
}

function readSnapshot({ snapshot: { meta }, nodes, edges, strings }: RawHeap): Snapshot {
  const at = (name: string) => meta.node_fields.indexOf(name)
  const [width, nameAt, sizeAt, edgesAt] = [
    meta.node_fields.length,
    at('name'),
    at('self_size'),
    at('edge_count'),
  ]
  const [detachedAt, edgeWidth] = [at('detachedness'), meta.edge_fields.length]
  const [edgeNameAt, edgeToAt] = [
    meta.edge_fields.indexOf('name_or_index'),
    meta.edge_fields.indexOf('to_node'),
  ]
  const found: Snapshot = { detached: 0, detachedOurs: [], maps: 0, largestMap: 0 }
  let edge = 0
  for (let node = 0; node < nodes.length; node += width) {
    const name = strings[nodes[node + nameAt] ?? 0] ?? ''
    if (nodes[node + detachedAt] === DETACHED) {
      found.detached += 1
      if (name.includes('source-context')) found.detachedOurs.push(name)
    }
    const end = edge + (nodes[node + edgesAt] ?? 0) * edgeWidth
    if (name === 'Map' || name === 'Set') {
      for (let one = edge; one < end; one += edgeWidth) {
        if (strings[edges[one + edgeNameAt] ?? 0] !== 'table') continue
        const size = nodes[(edges[one + edgeToAt] ?? 0) + sizeAt] ?? 0
        found.maps += size
        found.largestMap = Math.max(found.largestMap, size)
      }
    }
    edge = end
  }
  return found
}
