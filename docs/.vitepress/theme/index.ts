// The default theme without its fonts: the reader's own are there already.
import { h } from 'vue'
import DefaultTheme from 'vitepress/theme-without-fonts'
import './site.css'

// eslint-disable-next-line import/no-default-export -- VitePress takes nothing else
export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, undefined, { 'not-found': notFound }),
}

/** The theme's own has no landmark and a link whose name differs from its words. */
function notFound() {
  return h('main', { class: 'not-found' }, [
    h('h1', 'This page is not here'),
    h('a', { href: '/' }, 'To the first page'),
  ])
}
