/** The parts of the benchmarks in their order; each is `<name>.bench.mjs`, whose `run(options)` gives `{ bars, body }`. */
export const PARTS = {
  'scan': {
    title: 'Scanning notes',
    about: 'The text of all notes of the vault, in memory, without writing anything. The scanner finds headings, list items, links and what must not be touched, each with its place. '
      + 'The other parsers do more (they read all of Markdown); marked and markdown-it keep no places. Reading the files is with a warm disk cache.',
  },
  'scan-curve': {
    title: 'Hostile text',
    about: 'The scanner and the references over text that makes parsers slow, doubled four times over. Growth is the time a character at the largest size over that at the smallest: 1 is linear, 16 quadratic.',
  },
  'index': {
    title: 'Building the index, and linking',
    about: 'The whole vault entered in an empty index, references resolved, missing works counted. As the app runs it, front matter comes parsed from its metadata cache, and its cost is the app\'s; from text, it is read with gray-matter. '
      + 'Linking plans the links of all papers and makes the new texts, without writing them and without asking the app where it would go with a link.',
  },
  'one-change': {
    title: 'One changed note',
    about: 'The status of a paper changes, its list gains a reference and loses one, and the index settles. Reading and scanning the note comes on top and does not depend on the library; it is named beside. So is asking for the missing works after one change, which ranks those that it moved and puts the list of all together.',
  },
  'memory': {
    title: 'Memory',
    about: 'What the index keeps after its notes were dropped and the garbage collected, by reference: papers, references, both directions, missing works, names. The texts of a search come on top with the first search.',
  },
  'questions': {
    title: 'Questions',
    about: 'What the views ask, answered in one go. The views themselves work in slices of 5 ms, so that a longer answer holds up nothing: the longest step is the least that a slice can be. Nothing is drawn here.',
  },
  'bulk-writes': {
    title: 'Bulk writes',
    about: 'One change over all papers, with progress and journal, in the stand-in app, whose files lie on a real disk, against that app reading and writing the same notes with no work at all. '
      + 'The app\'s own reading of changed notes for its metadata cache is switched off in both: the real one does it in a worker.',
  },
  'size': {
    title: 'Size',
    about: 'The plugin as it is shipped. The share of a package is its part of the minified file; compressed sizes of parts cannot be told exactly.',
  },
  'start': {
    title: 'Starting',
    about: 'The plugin in the stand-in app, in Chromium, from layout ready until the library is whole, with front matter in the app\'s cache. The later start is in a new page over the same notes. Notes lie in memory: a disk would make the first start slower still. Tasks are those of Chromium\'s trace. The floor is the page before any start, making as many small objects in slices of 8 ms: what collecting garbage takes there is the collector\'s pause over the stand-in app\'s own objects.',
  },
  'trace': {
    title: 'Using the dashboard',
    about: 'The plugin in the stand-in app, in Chromium. One note in a hundred has a problem. Shown after is until nothing is being worked out any more, at least 20 ms; tasks are told by the trace of Chromium. What the start leaves behind is collected before. Of a note the stand-in holds its front matter and headings until more is asked for; the app holds its links, sections and list items, too, so that collecting garbage takes longer there.',
  },
  'preview': {
    title: 'Previewing a change',
    about: 'Linking the references of all papers, as far as the preview, at no more than 10,000 papers.',
  },
};
