declare module 'findandreplacedomtext' {
  type Options = {
    find: RegExp
    preset?: 'prose'
    replace: (portion: { text: string }) => Node
  }
  export default function findAndReplaceDOMText(root: Node, options: Options): void
}
