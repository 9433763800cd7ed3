// The newsroom's ticker: entries that arrive after the page has loaded, as on a real news site.
const ENTRIES = [
  ['9.40', 'The mayor arrives with a folder marked “ZTE, 2012”.'],
  [
    '9.52',
    'A councillor reads out how the Commerce Department fined ZTE. Another asks what that has to do with the mast.',
  ],
  ['10.10', 'A reseller for Huawei offers to take the old boxes back, for a price.'],
]
/** Time between two entries, in ms. */
const PACE = 1200

const list = document.getElementById('live')

function addEntry([time, text]) {
  const entry = document.createElement('li')
  const when = document.createElement('time')
  const what = document.createElement('p')
  when.textContent = time
  what.textContent = text
  entry.append(when, what)
  list.prepend(entry)
}

ENTRIES.forEach((entry, index) => setTimeout(addEntry, PACE * (index + 1), entry))
