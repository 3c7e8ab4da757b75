// Libraries of any size with the shape of a real one, for the benchmarks. It runs in Node and in a page alike, so it imports nothing.
// What it takes for its shape was counted in a vault of 1,146 papers; every word in it is made up here.

/** The folder of all notes: real vaults of this kind are flat, and a `./name.md` link leads to a neighbour. */
export const LIBRARY_FOLDER = 'papers';

/**
 * A library, note by note, as `[path, text]`: `count` papers, and a plain note for every hundred of them. The same count and seed give
 * the same library to the byte. No note is kept: 50,000 papers are about 170 MB of text.
 */
export function* makeLibrary(count, seed = 1) {
  const random = randomNumbers(seed);
  const works = missingWorks(random);
  const cited = citedPapers(count, random);
  const firstPlace = random();
  for (let at = 0; at < count; at += 1) {
    const title = paperTitle(at);
    // Steps of the golden ratio: the quantiles come out right at every size, without a list of them.
    const length = referenceCount((firstPlace + at * 0.618_033_988_749_895) % 1);
    const references = makeReferences(at, length, { random, works, cited });
    yield [`${LIBRARY_FOLDER}/${slugOf(title)}.md`, paperNote({ at, title, references, random })];
    if (at % 100 === 99) yield [`${LIBRARY_FOLDER}/notes-${String((at + 1) / 100)}.md`, plainNote(at, random)];
  }
}

/** Numbers from 0 to below 1, the same for the same seed. */
function randomNumbers(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// --- how many references, and to what ---

/** Quantiles of the references a paper: part of the papers, references, and how the curve bends up to the next (1: a straight line). */
const REFERENCE_QUANTILES = [
  [0.1, 0, 1], [0.25, 6, 1], [0.5, 31, 1], [0.75, 44, 1], [0.9, 61, 1], [0.95, 77, 2.2], [0.99, 224, 3.4], [1, 934, 1],
];

function referenceCount(part) {
  for (let at = 1; at < REFERENCE_QUANTILES.length; at += 1) {
    const [from, least, bend] = REFERENCE_QUANTILES[at - 1];
    const [to, most] = REFERENCE_QUANTILES[at];
    if (part < to) return part < from ? least : Math.round(least + (most - least) * ((part - from) / (to - from)) ** bend);
  }
  return 0;
}

/** Parts of all references. The rest are plain titles of works that have no note. */
const LINKED = 0.388;
/** Very long lists were collected by programs, which link less of them. */
const LINKED_OF_LONG = 0.1;
const LONG = 100;
const BROKEN = 0.006;
const PLAIN_TITLE_OF_A_PAPER = 0.0075;

function makeReferences(at, length, { random, works, cited }) {
  const lines = [];
  const seenPapers = new Set([at]);
  const seenWorks = new Set();
  const linked = length > LONG ? LINKED_OF_LONG : LINKED;
  while (lines.length < length) {
    const kind = random();
    const isPaper = kind < linked + PLAIN_TITLE_OF_A_PAPER && seenPapers.size < cited.most;
    const index = isPaper ? cited.next() : works.next();
    const seen = isPaper ? seenPapers : seenWorks;
    // A paper cites a work once; a draw that gave one again is drawn anew.
    if (seen.has(index)) continue;
    seen.add(index);
    if (isPaper) {
      const title = paperTitle(index);
      lines.push(kind < linked ? `- [${title}](./${slugOf(title)}.md)` : `- ${title}`);
      continue;
    }
    const title = workTitle(index);
    if (kind > 1 - BROKEN) lines.push(`- [${title}](./${slugOf(title)}.md)`);
    else lines.push(`- ${works.isRepeat && random() < 0.1 ? spelledOtherwise(title, random) : title}`);
  }
  return lines;
}

/** The same title for a reader, and for a title key. */
const spelledOtherwise = (title, random) => (random() < 0.5 ? title.toLowerCase() : title.replace(/ (?:- )?(with|for|of|in) /, ', $1 '));

const DISCOUNT = 0.67;
const STRENGTH = 2_380;

/**
 * Works without a note, drawn by a Pitman-Yor process: of 26,000 draws about 15,400 are different works, three quarters of them drawn once,
 * and a few very often. An earlier draw is repeated by drawing one of all of them, refused where the work's discount falls on it.
 */
function missingWorks(random) {
  let drawn = new Int32Array(1 << 16);
  let counts = new Int32Array(1 << 16);
  let draws = 0;
  let works = 0;
  const larger = (numbers) => {
    const grown = new Int32Array(numbers.length * 2);
    grown.set(numbers);
    return grown;
  };
  const repeated = () => {
    for (;;) {
      const work = drawn[Math.floor(random() * draws)];
      if (random() * counts[work] >= DISCOUNT) return work;
    }
  };
  return {
    isRepeat: false,
    next() {
      this.isRepeat = draws > 0 && random() * (draws + STRENGTH) >= STRENGTH + DISCOUNT * works;
      const work = this.isRepeat ? repeated() : works++;
      if (works >= counts.length) counts = larger(counts);
      if (draws >= drawn.length) drawn = larger(drawn);
      counts[work] += 1;
      drawn[draws++] = work;
      return work;
    },
  };
}

/**
 * Papers as they are cited: the paper of rank r by (r + 12) to the power of -0.93, falling off towards the last, which nobody cites. Drawn by
 * the inverse of the power law; the fall is made by refusing.
 */
function citedPapers(count, random) {
  const shift = 12;
  const power = 0.07;
  const least = shift ** power;
  const most = (count + shift) ** power;
  const fall = 0.75;
  // Ranks are spread over the papers by a step that has no divisor in common with their number.
  let step = Math.floor(count * 0.381_966) + 1;
  while (commonDivisor(step, count) > 1) step += 1;
  return {
    most: Math.max(1, Math.floor(count * 0.6)),
    next() {
      for (;;) {
        const rank = Math.min(count - 1, Math.floor((least + random() * (most - least)) ** (1 / power) - shift));
        if (random() < (1 - rank / count) ** fall) return (rank * step) % count;
      }
    },
  };
}

const commonDivisor = (a, b) => (b === 0 ? a : commonDivisor(b, a % b));

// --- words ---

const words = (text) => text.split(' ');
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const ADJECTIVES = words('sparse robust efficient hierarchical bayesian causal latent convex recurrent adaptive neural structured modular incremental multilingual invariant parallel stochastic distributed interpretable symbolic temporal contrastive geometric probabilistic compositional discrete continual deep joint').map(capital);
const NOUNS = words('parsing retrieval translation clustering segmentation sampling inference alignment compression summarization navigation forecasting tracking grounding matching planning pruning routing calibration dialogue perception vision speech attention memory regression ranking synthesis transfer control').map(capital);
const THINGS = words('graphs corpora sentences proteins images documents trajectories molecules programs tables sensors markets signals lexicons networks kernels gradients embeddings questions agents robots genomes pixels manifolds prompts recordings surfaces queries timelines citations').map(capital);
const MANNERS = words('limited noisy missing weak partial shared delayed unlabeled sequential external human synthetic unseen simulated rare').map(capital);
const SUPPORTS = words('supervision feedback labels data constraints rewards context priors annotations budgets examples dictionaries observations corrections hints').map(capital);
const SYLLABLES = words('ba ke li mo nu ra se ti vo zu cha dre fli gro plu sha tre bli kro stu ar en il on ur lan mer nis pol vun dal fen gis hom jur kal lem mir nol pur ral sen tis vol wun zar bel cor din far gel har jen kor lun mas nor pel rin sol tav vel win');

/** A number as a name, its digits as syllables. */
function nameOf(number) {
  let name = '';
  for (let rest = number; name === '' || rest > 0; rest = Math.floor(rest / SYLLABLES.length)) name += SYLLABLES[rest % SYLLABLES.length];
  return capital(name);
}

const paperTitle = (at) => titleOf(2 * at);
const workTitle = (at) => titleOf(2 * at + 1);

/** A title of about sixty characters. Its name makes it unlike all others; the rest is chosen by the number's bits, well mixed. */
function titleOf(number) {
  let bits = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  const from = (list) => {
    bits = (Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d) ^ 0x5bd1e995) >>> 0;
    return list[(bits >>> 8) % list.length];
  };
  // At least two syllables, as a name has.
  const name = nameOf(64 + number);
  const form = from(FORMS);
  return form(name, from);
}

const FORMS = [
  (name, from) => `${name} - ${from(ADJECTIVES)} ${from(NOUNS)} of ${from(THINGS)} with ${from(MANNERS)} ${from(SUPPORTS)}`,
  (name, from) => `${name} - A ${from(ADJECTIVES)} Approach to ${from(NOUNS)} and ${from(NOUNS)} in ${from(THINGS)}`,
  (name, from) => `${from(ADJECTIVES)} ${name} Networks for ${from(NOUNS)} of ${from(MANNERS)} ${from(THINGS)}`,
  (name, from) => `Learning ${from(ADJECTIVES)} ${from(NOUNS)} with ${name} and ${from(MANNERS)} ${from(SUPPORTS)}`,
  (name, from) => `The ${name} Benchmark for ${from(ADJECTIVES)} ${from(NOUNS)}, ${from(NOUNS)} and ${from(NOUNS)}`,
  (name, from) => `On ${from(ADJECTIVES)} ${from(NOUNS)} in ${name} ${from(THINGS)} and ${from(MANNERS)} ${from(THINGS)}`,
  (name, from) => `A Survey of ${name} ${from(NOUNS)} for ${from(ADJECTIVES)} ${from(THINGS)}`,
  (name, from) => `${name} (${from(ADJECTIVES)} ${from(NOUNS)} for ${from(THINGS)}) under ${from(MANNERS)} ${from(SUPPORTS)}`,
  (name, from) => `${from(ADJECTIVES)} ${from(NOUNS)} without ${from(SUPPORTS)} - the ${name} Model for ${from(THINGS)}`,
  (name, from) => `${name}-${from(NOUNS)}`,
];

const slugOf = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

// --- the notes ---

const STATUSES = [['todo', 0.66], ['reading', 0.72], ['read', 0.94], ['skipped', 1]];

function paperNote({ at, title, references, random }) {
  const upTo = (below) => Math.floor(random() * below);
  const status = pickStatus(random());
  const year = 2022 - Math.floor(32 * random() ** 2.5);
  const tags = ['paper'];
  for (let left = upTo(4); left > 0; left -= 1) tags.push(`topic/${THINGS[upTo(THINGS.length)].toLowerCase()}-${String(Math.floor(8 * random() ** 2))}`);
  const lines = [
    '---',
    `title: ${title}`,
    'authors:',
    ...Array.from({ length: 2 + upTo(7) }, () => `- ${authorName(at, random)}`),
    'fieldsOfStudy:',
    `- ${FIELDS[Math.floor(FIELDS.length * random() ** 3)]}`,
    `meta_key: ${slugOf(title)}`,
    `numCitedBy: ${String(Math.floor(20 * (random() ** -1.2 - 1)))}`,
    `pdf_relpath: ${random() < 0.15 ? `pdf/${slugOf(title)}.pdf` : 'null'}`,
  ];
  if (status === 'read' && random() < 0.7) lines.push(`read_date: '${String(2015 + upTo(8))}-${twoDigits(1 + upTo(12))}-${twoDigits(1 + upTo(28))}'`);
  lines.push(`ref_count: ${String(references.length)}`, `status: ${status}`, 'tags:', ...[...new Set(tags)].map((tag) => `- ${tag}`), ...venueLines(random), `year: ${String(year)}`, '---', '', `# ${title}`, '');
  // Half of the papers without references have no section for them either.
  if (references.length > 0 || at % 2 === 0) lines.push('## References', '', ...references, '');
  if (random() < 0.04) lines.push('## Notes', '', prose(4 + upTo(30), random), '');
  return lines.join('\n');
}

const FIELDS = ['Computer Science', 'Mathematics', 'Medicine', 'Psychology', 'Biology', 'Physics'];

const twoDigits = (number) => String(number).padStart(2, '0');

function pickStatus(part) {
  for (const [status, upTo] of STATUSES) if (part < upTo) return status;
  return 'todo';
}

/** Many people write several papers, and new ones come with every paper. One name in forty is written with an escape, in quotes. */
function authorName(at, random) {
  const person = Math.floor(3 * (at + 60) * random() ** 1.8);
  const family = nameOf(70 + Math.floor(person / 7));
  const given = capital(SYLLABLES[(person * 31) % SYLLABLES.length] + SYLLABLES[(person * 17 + 5) % SYLLABLES.length]);
  return person % 40 === 0 ? `"${given} ${family.slice(0, 2)}\\xE9${family.slice(2)}"` : `${given} ${family}`;
}

/** Some hundreds of venues, a few of them common. A long one is folded over two lines, as writers of YAML do it. */
function venueLines(random) {
  const number = Math.floor(420 * random() ** 2.2);
  if (number % 12 === 11) return ["venue: ''"];
  const place = nameOf(7_000 + number);
  if (number % 3 === 0) return [`venue: ${place.toUpperCase()}`];
  const noun = NOUNS[number % NOUNS.length];
  const things = THINGS[(number * 7) % THINGS.length];
  if (number % 7 === 0) return [`venue: Proceedings of the ${String(3 + (number % 40))}th ${place} Conference on ${ADJECTIVES[number % ADJECTIVES.length]} ${noun}`, `  of ${things}`];
  return [`venue: ${place} Conference on ${noun} of ${things}`];
}

function prose(sentences, random) {
  const from = (list) => list[Math.floor(random() * list.length)].toLowerCase();
  return Array.from({ length: sentences }, () => `The ${from(ADJECTIVES)} ${from(NOUNS)} of ${from(THINGS)} is **${from(ADJECTIVES)}** with ${from(MANNERS)} ${from(SUPPORTS)}.`).join(' ');
}

function plainNote(at, random) {
  const link = () => `[[${slugOf(paperTitle(Math.floor(random() * (at + 1))))}]]`;
  return `# Notes ${String((at + 1) / 100)}\n\n${prose(6, random)}\n\n- See ${link()} and ${link()}.\n- [ ] Read ${link()} again.\n`;
}
