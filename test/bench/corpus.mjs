import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { applicabilityText, documentText } from './document.mjs';
import { largeApplicability, largePage } from './large-files.mjs';
import { diceFrom } from './random.mjs';
import { topics } from './vocabulary.mjs';

export { largeApplicability, largePage };
export const defaultSeed = 42001;
const averageBytes = 6500;

/** A believable AIMS of `count` Markdown documents and its `aims.yaml`: the same files for the same seed, everywhere. */
export function* corpusFiles({ seed = defaultSeed, count = 1000 } = {}) {
  const entries = Array.from({ length: count }, (_, at) => entryOf(at));
  const paths = entries.map((entry) => entry.path);
  yield { path: 'aims.yaml', text: settings };
  for (const [at, entry] of entries.entries()) {
    // Each document has dice of its own, so that the first hundred of a thousand differ from a hundred only in their links.
    const dice = diceFrom(seed + at * 7919);
    const bytes = averageBytes * (0.6 + 0.8 * dice.next());
    yield {
      path: entry.path,
      text: at === 0 ? applicabilityText(entry, paths, dice) : documentText(entry, paths, dice, bytes),
    };
  }
}

/** Writes the corpus into an empty folder and says how large it became. */
export function writeCorpus(folder, options) {
  rmSync(folder, { recursive: true, force: true });
  let files = 0;
  let bytes = 0;
  for (const { path, text } of corpusFiles(options)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    files += 1;
    bytes += Buffer.byteLength(text);
  }
  return { files, bytes };
}

const settings = `organization:
  name: Northwind Health
  roles: [provider, customer]
frameworks: ["42001", "27001"]
default_framework: "42001"
`;

function entryOf(at) {
  if (at === 0) {
    const path = 'clause-06-planning/statement-of-applicability.md';
    return { path, id: 'SOA-001', kind: 'soa', title: 'Statement of Applicability', clauses: ['6.1.3'] };
  }
  const topic = topics[(at - 1) % topics.length];
  const round = Math.floor((at - 1) / topics.length) + 1;
  const chapter = topic.folder.slice(7, 9);
  const number = String(at).padStart(4, '0');
  return {
    // No folder grows without limit: a new one starts after ten documents of the same subject.
    path: `${topic.folder}/unit-${Math.floor(round / 10) + 1}/${topic.kind}-${number}.md`,
    id: `DOC-${chapter}-${number}`,
    kind: topic.kind,
    title: `${topic.title} ${round}`,
    clauses: topic.clauses,
  };
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kind: { type: 'string', default: 'corpus' },
      files: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(defaultSeed) },
    },
  });
  const seed = Number(values.seed);
  const [target] = positionals;
  if (!target)
    throw new Error('usage: node test/bench/corpus.mjs [--kind corpus|large-page|large-soa] [--files N] TARGET');
  if (values.kind === 'corpus') console.log(writeCorpus(target, { seed, count: Number(values.files) }));
  else if (values.kind === 'large-page') writeFileSync(target, largePage({ seed }));
  else if (values.kind === 'large-soa') writeFileSync(target, largeApplicability({ seed }));
  else throw new Error(`unknown kind "${values.kind}": use corpus, large-page or large-soa`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main();
