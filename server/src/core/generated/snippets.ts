import { extensionOf, newDocument } from '../document/new-document';
import { withTabStops } from '../document/tab-stops';
import type { Framework } from '../framework/framework';
import { RECORD_TYPES } from '../records/record-types';
import { recordSnippetBody } from './records';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

type Snippets = Readonly<Record<string, Snippet>>;

const json = (snippets: Snippets): string => `${JSON.stringify(snippets, null, 2)}\n`;

/** Snippets for Markdown: front matter, an SoA with all controls of a domain, a risk, a review. */
export function markdownSnippets(framework: Framework): string {
  const domains = [...framework.objectives.values()].filter((objective) => objective.level === 'domain');
  const tables = domains.map((domain): [string, Snippet] => [
    `SoA table ${domain.id}`,
    {
      prefix: `aims-soa-${domain.id.toLowerCase()}`,
      description: `Statement of Applicability: ${domain.title}`,
      body: [
        `## ${domain.id} ${domain.title}`,
        '',
        SOA_HEADER,
        SOA_RULE,
        ...domain.controls.map((id, index) => soaRow(framework, id, index + 1)),
        '$0',
      ],
    },
  ]);
  return json({
    'AIMS front matter': frontMatter(framework),
    ...Object.fromEntries(tables),
    'AIMS clause heading': clauseHeading(framework),
    ...documentSnippets(framework, '.md'),
  });
}

const SOA_HEADER = '| Control | Title | Applicable | Justification | Status | Evidence | Owner | Last review |';
const SOA_RULE = '|---|---|---|---|---|---|---|---|';

const soaRow = (framework: Framework, id: string, place: number): string =>
  `| ${id} | ${framework.controls.get(id)?.title ?? ''} | \${${place}|Yes,No|} |  |  |  |  |  |`;

function frontMatter(framework: Framework): Snippet {
  const kinds = [...framework.kinds.keys()].join(',');
  return {
    prefix: 'aims-front-matter',
    description: 'Metadata of a document of the AIMS',
    body: [
      '---',
      'id: ${1:POL-001}',
      'title: ${2:AI policy}',
      `kind: \${3|${kinds}|}`,
      'version: "${4:1.0}"',
      'status: ${5|draft,in review,approved,effective|}',
      'owner: ${6:Head of AI}',
      'approver: ${7:Managing director}',
      'approved_on: ${8:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}',
      'next_review: $9',
      'classification: ${10:internal}',
      'clauses: ["${11:5.2}"]',
      '---',
      '',
      '# ${2:AI policy}',
      '',
      '$0',
    ],
  };
}

function clauseHeading(framework: Framework): Snippet {
  const leaves = [...framework.clauses.values()].filter((clause) => clause.leaf && !clause.title.includes(','));
  return {
    prefix: 'aims-clause',
    description: 'Heading of a section that answers a clause',
    body: [`## \${1|${leaves.map((clause) => `${clause.id} ${clause.title}`).join(',')}|}`, '', '$0'],
  };
}

/** A whole document of each kind that is written in this format, from its template. */
function documentSnippets(framework: Framework, extension: '.md' | '.yaml'): Snippets {
  const kinds = [...framework.kinds.values()].filter((kind) => extensionOf(framework, kind) === extension);
  return Object.fromEntries(
    kinds.map((kind) => [
      `AIMS document: ${kind.title}`,
      {
        prefix: `aims-doc-${kind.id}`,
        description: kind.about,
        body: [
          ...withTabStops(newDocument(framework, kind, {}))
            .trimEnd()
            .split('\n'),
          '$0',
        ],
      },
    ]),
  );
}

const recordSnippets = (): Snippets =>
  Object.fromEntries(
    RECORD_TYPES.map((type) => [
      `AIMS record: ${type.title}`,
      { prefix: `aims-record-${type.name}`, description: type.about, body: recordSnippetBody(type) },
    ]),
  );

/** Snippets for YAML: aims.yaml, soa.yaml and one of its rows, and the documents that are written in it. */
export const yamlSnippets = (framework: Framework): string =>
  json({
    'aims.yaml': {
      prefix: 'aims-config',
      description: 'Settings of an AIMS',
      body: [
        'organization:',
        '  name: ${1:Northwind Health}',
        '  roles: [${2|provider,producer,customer,developer,deployer,user|}]',
        'frameworks: ["42001"]',
        'default_framework: "42001"',
        '$0',
      ],
    },
    'soa.yaml': {
      prefix: 'aims-soa',
      description: 'Statement of Applicability',
      body: [
        'title: Statement of Applicability',
        'kind: soa',
        'version: "${1:1.0}"',
        'status: ${2|draft,approved|}',
        'owner: ${3:Head of AI}',
        'controls:',
        '  - control: ${4:A.2.2}',
        '    title: ${5:AI policy}',
        '    applicable: ${6|yes,no|}',
        '    justification: $7',
        '    status: ${8|implemented,in progress,planned,not started|}',
        '    evidence: [$9]',
        '$0',
      ],
    },
    'SoA row': {
      prefix: 'aims-soa-row',
      description: 'Row of a Statement of Applicability',
      body: [
        '- control: ${1:A.7.4}',
        '  title: ${2:Quality of data for AI systems}',
        '  applicable: ${3|yes,no|}',
        '  justification: $4',
        '  status: ${5|implemented,in progress,planned,not started|}',
        '  evidence: [$6]',
        '$0',
      ],
    },
    ...recordSnippets(),
    ...documentSnippets(framework, '.yaml'),
  });
