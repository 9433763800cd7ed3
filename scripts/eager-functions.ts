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
 * The same with such functions in parentheses, as variables at the beginning, so that they are there as
 * early as before. They are declared in the one function that a bundle is: throws where a bundle is
 * anything else, or where one of them stands elsewhere.
 */
export function makeEager(code: string): string {
  const { start, body } = bodyOf(code)
  const variables: string[] = []
  let rest = ''
  let left = start + 1
  for (const one of body) {
    if (one.type !== 'FunctionDeclaration' || !('id' in one) || !isEager(one)) continue
    variables.push(`${one.id?.name}=(${code.slice(one.start, one.end).replace(BEGINNING, '{')})`)
    rest += code.slice(left, one.start)
    left = one.end
  }
  rest += code.slice(left)
  if (rest.includes(DIRECTIVE)) throw new Error(`'${DIRECTIVE}' stands in an inner function`)
  const head = variables.length > 0 ? `var ${variables.join(',')};` : ''
  return code.slice(0, start + 1) + head + rest
}

/** The directive that a function begins with, with what ends it. */
const BEGINNING = new RegExp(`\\{\\s*(["'])${DIRECTIVE}\\1;?`)

function isEager({ body }: { body?: unknown }): boolean {
  const { body: statements } = body as { body: { directive?: string }[] }
  return statements[0]?.directive === DIRECTIVE
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
