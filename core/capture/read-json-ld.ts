/** What a page's data block says about its article. */
export type LinkedArticle = {
  headline: string[]
  publisher: string[]
  authors: string[]
  address: string[]
}

/** Larger data blocks hold no article's head. */
const LONGEST_JSON = 500_000
/** Data that is nested deeper is no article's. */
const DEEPEST = 12
const MOST_AUTHORS = 12
const ARTICLE = /Article|Posting|Report(?!er)|CreativeWork|BlogPost/

/** Reads JSON-LD blocks: articles in lists, in `@graph` and inside pages; broken blocks say nothing. */
export function readJsonLd(blocks: string[]): LinkedArticle {
  const nodes = blocks.flatMap((block) => [...nodesIn(parse(block))])
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node['@id'] === 'string' && 'name' in node ? [[node['@id'], node]] : [],
    ),
  )
  const articles = nodes.filter((node) => ARTICLE.test(wordsIn(node['@type']).join(' ')))
  const follow = (value: unknown) => listOf(value).flatMap((one) => namesOf(one, byId))
  return {
    headline: articles.flatMap((one) => [...wordsIn(one['headline']), ...wordsIn(one['name'])]),
    publisher: articles.flatMap((one) => follow(one['publisher'])),
    // One article's authors, not those of all that the page tells of.
    authors:
      articles
        .map((one) => follow(one['author']).slice(0, MOST_AUTHORS))
        .find((names) => names.length > 0) ?? [],
    address: articles.flatMap((one) => wordsIn(one['url'])),
  }
}

type Node = Record<string, unknown>

function parse(block: string): unknown {
  if (block.length > LONGEST_JSON) return undefined
  try {
    return JSON.parse(block.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''))
  } catch {
    return undefined
  }
}

function* nodesIn(data: unknown, depth = 0): Generator<Node> {
  if (typeof data !== 'object' || data === null || depth > DEEPEST) return
  if (!Array.isArray(data)) yield data as Node
  for (const value of Object.values(data)) yield* nodesIn(value, depth + 1)
}

/** A person or an organisation by name, by a node with one, or by reference to such a node. */
function namesOf(value: unknown, byId: Map<unknown, Node>): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  const node = value as Node
  const named = wordsIn(node['name'])
  if (named.length > 0) return named.slice(0, 1)
  return wordsIn(byId.get(node['@id'])?.['name']).slice(0, 1)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

function wordsIn(value: unknown): string[] {
  return listOf(value).filter((one) => typeof one === 'string' && one.trim() !== '') as string[]
}
