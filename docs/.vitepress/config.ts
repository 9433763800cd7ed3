import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'

/** Where files of the repository that stand outside docs/ are shown, as they are linked from inside. */
const SHOWN: Record<string, string> = {
  '../PRIVACY.md': '/privacy',
  'PRIVACY.md': '/privacy',
  'seeds/README.md': '/guide/documents',
  'docs/architecture.md#glossary': '/architecture#glossary',
  'docs/architecture.md#folders': '/architecture#folders',
  'decisions/': '/decisions/',
}

/** The documentation site: what stands in docs/, and the papers beside it, included as they are. */
// eslint-disable-next-line import/no-default-export -- VitePress takes nothing else
export default defineConfig({
  title: 'Source Context',
  description: 'Cited quotes for mentions of Huawei, ZTE and agency actions, wholly offline.',
  srcExclude: ['store/**'],
  outDir: '../.output/docs',
  cacheDir: '../.cache/vitepress',
  lastUpdated: false,
  // The theme's first page alone has no landmark for what it holds.
  transformHtml: (html, _id, { pageData }) =>
    pageData.frontmatter.layout === 'home'
      ? html.replace('id="VPContent"', 'id="VPContent" role="main"')
      : html,
  head: [['link', { rel: 'icon', type: 'image/png', href: '/icon.png' }]],
  markdown: {
    // Others fall below a contrast of 4.5 on the theme's ground.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (md) => {
      md.core.ruler.push('shown-elsewhere', ({ tokens }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? []))
          if (token.type === 'link_open') {
            const shown = SHOWN[token.attrGet('href') ?? '']
            if (shown !== undefined) token.attrSet('href', shown)
          }
      })
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Guide', link: '/guide/' },
      { text: 'How it works', link: '/guide/how-it-works' },
      { text: 'Privacy', link: '/privacy' },
    ],
    sidebar: [
      {
        text: 'Guide',
        items: [
          { text: 'Reading with it', link: '/guide/' },
          { text: 'Settings', link: '/guide/settings' },
          ...readGuides(),
          { text: 'Support', link: '/guide/support' },
        ],
      },
      {
        text: 'Under the bonnet',
        items: [
          { text: 'How detecting and ranking work', link: '/guide/how-it-works' },
          { text: 'Adding documents', link: '/guide/documents' },
          { text: 'Managed installs', link: '/guide/managed' },
          { text: 'Architecture and glossary', link: '/architecture' },
          { text: 'Contributing', link: '/contributing' },
        ],
      },
      {
        text: 'Papers',
        items: [
          { text: 'Privacy', link: '/privacy' },
          { text: 'Changelog', link: '/changelog' },
          { text: 'Decisions', link: '/decisions/', collapsed: true, items: readDecisions() },
        ],
      },
    ],
  },
})

/** Pages of the guide that nobody has placed by hand. */
function readGuides() {
  const placed = ['index', 'settings', 'support', 'how-it-works', 'documents', 'managed']
  return readdirSync('docs/guide')
    .filter((file) => file.endsWith('.md') && !placed.includes(file.slice(0, -3)))
    .map((file) => ({ text: titleOf(`docs/guide/${file}`), link: `/guide/${file.slice(0, -3)}` }))
}

function readDecisions() {
  return readdirSync('docs/decisions')
    .filter((file) => /^\d/.test(file))
    .map((file) => ({
      text: titleOf(`docs/decisions/${file}`),
      link: `/decisions/${file.slice(0, -3)}`,
    }))
}

function titleOf(file: string): string {
  return /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? file
}
