import { FIELDS, isField } from '../document/document';
import type { Aims } from '../model/aims';
import type { ConfigName, ConfigProblem } from '../records/config';
import { RECORD_TYPES, recordTypeNamed } from '../records/record-types';
import { fileNameOf } from '../text/path';
import { unreachable } from '../text/unreachable';
import type { Report, Rule } from './rule';
import { RULE_NAMES } from './rule-names';

/** A fault in the settings of the AIMS. */
export const configInvalid: Rule = {
  meta: {
    name: 'config-invalid',
    severity: 'error',
    summary: 'A setting in aims.yaml, or a framework file it loads, is wrong and was left out.',
    why: 'Settings decide which files are checked and what counts. A wrong one that is passed over in silence makes every result doubtful.',
    basis: [],
    doubt: 'None: remove the setting or correct it.',
  },
  examples: {
    bad: [
      { text: '//- aims.yaml\norganisation:\n^^^^^^^^^^^^ is no setting\n  name: Northwind' },
      { text: '//- aims.yaml\nframeworks: ["42001", "27002"]\n                       ^^^^^ does not fit' },
      { text: '//- aims.yaml\nrules:\n  title-missmatch: off\n  ^^^^^^^^^^^^^^^ is no rule' },
      { text: '//- aims.yaml\nextends: shared.yaml\n         ^^^^^^^^^^^ does not exist' },
      {
        text: '//- aims.yaml\nframework_files: [house.yaml]\n//- house.yaml\nid: house\nname: House rules\ncontrols:\n  - id: HR-1\n    ^^^^^^^^ `controls.0.title` does not fit',
      },
      { text: '//- aims.yaml\nmetadata:\n  ownr: [Custodian]\n  ^^^^ is no field' },
    ],
    good: [
      { text: '//- aims.yaml\norganization:\n  name: Northwind\nframeworks: [42001]\nrules:\n  placeholder: info' },
    ],
  },
  *aims(aims) {
    for (const problem of aims.config.problems) yield placed(aims, problem, problem.message);
    for (const name of aims.config.names) {
      const message = judge(aims, name);
      if (message !== undefined) yield placed(aims, name, message);
    }
  },
};

/** A shared file that is none of this AIMS has its faults reported where it is extended. */
function placed(
  { config, files }: Aims,
  { file, span, line }: Omit<ConfigProblem, 'message'>,
  message: string,
): Report {
  if (files.has(file)) return { file, span, message };
  const own = config.path ?? '.';
  const text = files.get(own)?.text ?? '';
  const key = /^extends\s*:[^\S\n]*(["']?)([^"'#\n]*?)\1\s*(?:#.*)?$/m.exec(text);
  const named = config.frameworkFiles.includes(file) ? text.indexOf(fileNameOf(file)) : -1;
  if (named >= 0) {
    const span = { start: named, end: named + fileNameOf(file).length };
    return { file: own, span, message: `In \`${file}\`, line ${line}: ${message}`, subject: file };
  }
  const start = key ? key.index + key[0].indexOf(key[2] ?? '', 'extends'.length) : 0;
  return {
    file: own,
    span: { start, end: start + (key?.[2]?.length ?? 0) },
    message: `In \`${file}\`, line ${line}: ${message}`,
    subject: file,
  };
}

/** Names are known to the product, not to the schema. */
function judge(aims: Aims, { sort, name }: ConfigName): string | undefined {
  switch (sort) {
    case 'rule':
      return RULE_NAMES.has(name) ? undefined : `\`${name}\` is no rule. See \`aims explain --list\` for their names.`;
    case 'kind': {
      const kinds = aims.frameworks.get('42001')?.kinds;
      return !kinds || kinds.has(name)
        ? undefined
        : `\`${name}\` is no kind of document. See the list in docs/document-kinds.md.`;
    }
    case 'record':
      return name === 'document' || recordTypeNamed(name)
        ? undefined
        : `\`${name}\` is no type of record. There are document, ${RECORD_TYPES.map((type) => type.name).join(', ')}.`;
    case 'field':
      return isField(name) ? undefined : `\`${name}\` is no field of metadata. There are ${FIELDS.join(', ')}.`;
    default:
      return unreachable(sort);
  }
}
