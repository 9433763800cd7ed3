import { parseSync } from 'vite'

/** A string in code that a person would read: it belongs into the browser's i18n files. */
export type LooseWords = { line: number; text: string }

type Node = { type: string; start: number } & Record<string, unknown>

/** Attributes, and properties of what is handed to components, whose value is read or spoken. */
const READ_ATTRIBUTES = new Set([
  'title',
  'legend',
  'note',
  'alt',
  'label',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
])

/** Two words in a row are prose wherever they stand. */
const PROSE = /\p{L}{2,}[,:]? \p{L}+/u
const LETTERS = /\p{L}{2,}/u

/** Names stay as they are in every language; keys of messages, addresses and styles are for machines. */
const NOT_WORDS =
  /^(?:Huawei|ZTE|SHA-256|[a-z]+_\w+|[\w-]+(?:\.[\w-]+)+|[\w-]+: [^;]+;.*|\([\w-]+: [\w-]+\))$/

/** What names things for machines, or speaks to developers alone. */
const NOT_READ = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ThrowStatement',
  'TSTypeAnnotation',
  'TSTypeAliasDeclaration',
])

/** Lists a file's strings that a person would read. `file` tells TypeScript from TSX. */
export function findLooseWords(file: string, code: string): LooseWords[] {
  const found: LooseWords[] = []
  const lineAt = (start: number) => code.slice(0, start).split('\n').length
  visit(parseSync(file, code, {}).program, false)
  return found

  /** `shown`: the value ends up in an element or in an attribute that is read. */
  function visit(value: unknown, shown: boolean): void {
    if (Array.isArray(value)) for (const one of value) visit(one, shown)
    else if (isNode(value)) visitNode(value, shown)
  }

  function visitNode(node: Node, shown: boolean): void {
    const text = textOf(node)
    if (text !== undefined) keep(node, text, shown || node.type === 'JSXText')
    else if (node.type === 'JSXAttribute') visitAttribute(node)
    else if (node.type === 'CallExpression') visitCall(node)
    else if (node.type === 'Property') visitProperty(node)
    else if (!isSilent(node)) visitChildren(node, shown || node.type === 'JSXExpressionContainer')
  }

  function visitAttribute(attribute: Node): void {
    const name = String((attribute['name'] as Node)['name'])
    if (name !== 'class') visit(valueOf(attribute), READ_ATTRIBUTES.has(name))
  }

  function visitProperty({ key, value, computed }: Node): void {
    if (computed === true) visit(key, false)
    const name = isNode(key) && typeof key['name'] === 'string' ? key['name'] : ''
    visit(value, READ_ATTRIBUTES.has(name))
  }

  /** Arguments are for the function that is called: only prose is surely for a person. */
  function visitCall(node: Node): void {
    const name = code.slice(node.start, (node['arguments'] as Node[])[0]?.start ?? node.start)
    if (/^(say\w*|console\.\w+|new \w*Error)\b/.test(name)) return
    visit(node['callee'], false)
    visit(node['arguments'], false)
  }

  function visitChildren(node: Node, shown: boolean): void {
    const parts = node.type === 'ConditionalExpression' ? ['consequent', 'alternate'] : undefined
    for (const [key, child] of Object.entries(node)) {
      visit(child, shown && (!parts || parts.includes(key)) && node.type !== 'BinaryExpression')
    }
  }

  function keep(node: Node, text: string, shown: boolean): void {
    if (NOT_WORDS.test(text.trim())) return
    if ((shown ? LETTERS : PROSE).test(text))
      found.push({ line: lineAt(node.start), text: text.trim() })
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText') return String(node['value'])
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : ''
  if (node.type === 'TemplateElement') return (node['value'] as { raw: string }).raw
  return undefined
}

/** What an attribute is set to, out of its braces. */
function valueOf({ value }: Node): unknown {
  return isNode(value) && value.type === 'JSXExpressionContainer' ? value['expression'] : value
}

function isSilent(node: Node): boolean {
  // Directives speak to what compiles the code.
  if (NOT_READ.has(node.type) || typeof node['directive'] === 'string') return true
  return node.type === 'NewExpression' && /Error$/.test(String((node['callee'] as Node)['name']))
}
