import { parseAst, type Plugin } from 'vite'

/** What a function begins with that is to be compiled with its script. */
const DIRECTIVE = 'use eager'

/**
 * Has the browser compile with a script those of its functions that begin with `'use eager'`. Any other it
 * reads twice: once to find its end, and again when it is called for the first time; what stands in
 * parentheses it takes for something to be called at once. That pays for what nearly always runs.
 */
export function eagerFunctions(scripts: RegExp): Plugin {
  return {
    name: 'eager-functions',
    generateBundle: (_options, bundle) => {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && scripts.test(file.fileName)) file.code = makeEager(file.code)
    },
  }
}

/**
 * The same with such functions in parentheses: the values of variables where they stand, and what is
 * declared as variables at the beginning, so that it is there as early as before. They stand in the one
 * function that a bundle is. Throws where a bundle is anything else, or one of them stands elsewhere.
 */
export function makeEager(code: string): string {
  const { start, body } = bodyOf(code)
  const first: string[] = []
  let rest = ''
  let left = start + 1
  const take = (from: number, to: number, instead: string) => {
    rest += code.slice(left, from) + instead
    left = to
  }
  for (const one of body) {
    if (one.type === 'FunctionDeclaration' && 'id' in one && isEager(one)) {
      first.push(`${one.id?.name}=(${withoutDirective(code, one)})`)
      take(one.start, one.end, '')
    }
    if (one.type === 'VariableDeclaration')
      for (const { init } of one.declarations)
        if (init && isEager(init)) take(init.start, init.end, `(${withoutDirective(code, init)})`)
  }
  rest += code.slice(left)
  if (rest.includes(DIRECTIVE)) throw new Error(`'${DIRECTIVE}' stands in an inner function`)
  const head = first.length > 0 ? `var ${first.join(',')};` : ''
  return code.slice(0, start + 1) + head + rest
}

type Node = { type: string; start: number; end: number; body?: unknown }

/** The directive that a function begins with, with what ends it. */
const BEGINNING = new RegExp(`\\{\\s*(["'])${DIRECTIVE}\\1;?`)

function isEager({ type, body }: Node): boolean {
  if (!type.includes('Function')) return false
  const { body: inner } = body as { body?: { directive?: string }[] }
  return Array.isArray(inner) && inner[0]?.directive === DIRECTIVE
}

function withoutDirective(code: string, { start, end }: Node): string {
  return code.slice(start, end).replace(BEGINNING, '{')
}

/** What stands in the function that is called in `(function(){…})()`, with or without a name for it. */
function bodyOf(code: string) {
  const [first] = parseAst(code).body
  const whole =
    first?.type === 'VariableDeclaration'
      ? first.declarations[0]?.init
      : first?.type === 'ExpressionStatement' && first.expression
  const called = whole && whole.type === 'CallExpression' ? whole.callee : undefined
  const main = called?.type === 'ParenthesizedExpression' ? called.expression : called
  if (main?.type !== 'FunctionExpression' || !main.body)
    throw new Error('no bundle of one function')
  return main.body
}
