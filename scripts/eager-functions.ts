import { parseAst, type Plugin } from 'vite'

/**
 * Has the browser compile some of a script's functions with the script: those that are variables. What is
 * declared it reads twice: once to find its end, and again when it is called for the first time; what
 * stands in parentheses it takes for something to be called at once. That pays for what nearly always runs.
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
 * The same with the functions in parentheses that are the values of variables, in the one function that a
 * bundle is. Throws where a bundle is anything else, or has none.
 */
export function makeEager(code: string): string {
  const functions = bodyOf(code)
    .flatMap((one) => (one.type === 'VariableDeclaration' ? one.declarations : []))
    .flatMap(({ init }) => (init && /^(?:Arrow)?FunctionExpression$/.test(init.type) ? [init] : []))
  if (functions.length === 0) throw new Error('no variable of this bundle is a function')
  let eager = ''
  let left = 0
  for (const { start, end } of functions) {
    eager += `${code.slice(left, start)}(${code.slice(start, end)})`
    left = end
  }
  return eager + code.slice(left)
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
  return main.body.body
}
