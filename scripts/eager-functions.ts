import { parseAst, type Plugin } from 'vite'

/**
 * Has the browser compile a script's functions with the script. What is declared it reads twice: once to
 * find its end, and again when it is called for the first time; what stands in parentheses it takes for
 * something to be called at once. That pays where a script is small and most of it runs.
 */
export function eagerFunctions(script: string): Plugin {
  return {
    name: 'eager-functions',
    generateBundle: (_options, bundle) => {
      const file = bundle[script]
      if (file?.type === 'chunk') file.code = makeEager(file.code)
    },
  }
}

/**
 * The functions that are declared in the one that a bundle is, as variables at its beginning, so that
 * they are there as early as before. Throws where a bundle is anything else.
 */
export function makeEager(code: string): string {
  const { start, body } = bodyOf(code)
  const variables: string[] = []
  const rest: string[] = []
  let left = start + 1
  for (const one of body) {
    if (one.type !== 'FunctionDeclaration' || !('id' in one) || !one.id) continue
    variables.push(`${one.id.name}=(${code.slice(one.start, one.end)})`)
    rest.push(code.slice(left, one.start))
    left = one.end
  }
  if (variables.length === 0) return code
  const head = `${code.slice(0, start + 1)}var ${variables.join(',')};`
  return `${head}${rest.join('')}${code.slice(left)}`
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
