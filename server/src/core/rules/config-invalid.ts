import type { Aims } from '../model/aims';
import { readConfigFile } from '../records/read-config';
import type { Rule } from './rule';
import { RULE_NAMES } from './rule-names';

/** A fault in the settings of the AIMS. */
export const configInvalid: Rule = {
  meta: {
    name: 'config-invalid',
    severity: 'error',
    summary: 'A setting in aims.yaml is wrong and was left out.',
    why: 'Settings decide which files are checked and what counts. A wrong one that is passed over in silence makes every result doubtful.',
    basis: [],
    doubt: 'None: remove the setting or correct it.',
  },
  examples: {
    bad: [
      { text: '//- aims.yaml\norganisation:\n^^^^^^^^^^^^ is no setting\n  name: Northwind' },
      { text: '//- aims.yaml\nframeworks: ["42001", "27002"]\n                       ^^^^^ does not fit' },
      { text: '//- aims.yaml\nrules:\n  title-missmatch: off\n  ^^^^^^^^^^^^^^^ is no rule' },
    ],
    good: [
      { text: '//- aims.yaml\norganization:\n  name: Northwind\nframeworks: [42001]\nrules:\n  placeholder: info' },
    ],
  },
  *aims(aims) {
    const file = aims.config.path === undefined ? undefined : aims.files.get(aims.config.path);
    if (!file) return;
    for (const problem of readConfigFile(file.path, file.text).problems)
      yield { file: file.path, span: problem.span, message: problem.message };
    yield* unknownNames(aims, file.path, file.text);
  },
};

/** Names of rules and of document kinds are known to the product, not to the schema. */
function* unknownNames(aims: Aims, file: string, text: string) {
  const kinds = aims.frameworks.get('42001')?.kinds;
  const rules = [...aims.config.severities.keys()].filter((name) => !RULE_NAMES.has(name));
  const wrongKinds = aims.config.kinds.map((entry) => entry.kind).filter((kind) => kinds && !kinds.has(kind));
  for (const name of rules)
    yield {
      file,
      span: locate(text, name),
      message: `\`${name}\` is no rule. See \`aims explain --list\` for their names.`,
    };
  for (const name of wrongKinds)
    yield {
      file,
      span: locate(text, name),
      message: `\`${name}\` is no kind of document. See the list in docs/document-kinds.md.`,
    };
}

function locate(text: string, name: string) {
  const start = Math.max(0, text.indexOf(name));
  return { start, end: start + name.length };
}
