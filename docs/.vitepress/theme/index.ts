// The default theme without its fonts: the reader's own are there already.
import DefaultTheme from 'vitepress/theme-without-fonts'
import './site.css'

// eslint-disable-next-line import/no-default-export -- VitePress takes nothing else
export default DefaultTheme
