/** What an article of our own says, to be quoted elsewhere. */
export const OWN_QUOTE =
  'The Pentagon ordered stores on military bases in May 2018 to stop selling Huawei handsets, and gave them nine days.'

const FILLER = [
  'Managers of the shops said that they had been told on a Wednesday, and that the crates were gone on Friday.',
  'Customers asked for the handsets for weeks afterwards, one of the managers said, and were sent to town.',
  'Nobody at the gate had been told what to do with handsets that soldiers had bought the month before.',
]

/** A page as an outlet publishes it: an article with its facts, and much around it. */
export function ownArticle(): string {
  const facts = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', name: 'Courier online' },
      {
        '@type': ['NewsArticle'],
        headline: 'Shelves &amp; crates: <b>bases</b> clear out handsets',
        datePublished: '2018-05-09T10:00:00Z',
        author: [{ '@type': 'Person', name: 'Ada Penn' }],
        publisher: { '@type': 'Organization', name: 'The Base Courier' },
      },
    ],
  }
  return `<!doctype html><html lang="en"><head><title>Shelves | The Base Courier</title>
    <script type="application/ld+json">${JSON.stringify(facts)}</script></head>
    <body><nav><a href="/">Home</a> <a href="/sports">Sports</a></nav>
    <article><h1>Shelves and crates</h1><p>${[OWN_QUOTE, ...FILLER, ...FILLER].join('</p><p>')}</p></article>
    <aside>Subscribe to our newsletter</aside><footer>All rights reserved</footer></body></html>`
}
