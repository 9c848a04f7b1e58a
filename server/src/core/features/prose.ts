import type { Clause, Control, DocumentKind, Framework, FrameworkId, Mapping, Objective } from '../framework/framework';

type Frameworks = ReadonlyMap<FrameworkId, Framework>;

/** Texts about the things of a framework, in Markdown, for hover, completion and the terminal. */
export function controlProse(control: Control, framework: Framework, frameworks: Frameworks): readonly string[] {
  const objective = framework.objectives.get(control.domain);
  return [
    `**${control.id} ${control.title}** · ${framework.name}${framework.own ? '' : ' Annex A'}${objective ? `, ${objective.title}` : ''}`,
    ...(framework.own ? [] : collision(control.id, frameworks)),
    control.asks,
    ...labelled('Auditors look for', control.auditors, '; '),
    ...labelled('Typical evidence', control.evidence, ' · '),
    ...labelled('Customary owners', control.owners, ' · '),
    ...labelled('Related', relatedOf(control), ' · '),
  ].filter((part) => part !== '');
}

/** The same id in ISO/IEC 27001 is another control. */
function collision(id: string, frameworks: Frameworks): readonly string[] {
  const other = frameworks.get('27001')?.controls.get(id);
  return other ? [`In ISO/IEC 27001:2022, ${id} is ${other.title}.`] : [];
}

function relatedOf(control: Control): readonly string[] {
  const mappings = control.mappings.slice(0, 6).map(mappingText);
  const clauses = control.clauses.length > 0 ? [`clauses ${control.clauses.join(', ')}`] : [];
  return [
    ...(control.controls.length > 0 ? [control.controls.join(', ')] : []),
    ...clauses,
    ...mappings,
    ...(control.guidance === '' ? [] : [`guidance ${control.guidance}`]),
  ];
}

const NAMES: Readonly<Record<string, string>> = {
  '27001': 'ISO/IEC 27001',
  '9001': 'ISO 9001',
  'nist-ai-rmf': 'NIST AI RMF',
  'eu-ai-act': 'EU AI Act',
};

const mappingText = (mapping: Mapping): string =>
  `${NAMES[mapping.framework] ?? mapping.framework} ${mapping.id}${mapping.inferred ? ' *(inferred)*' : ''}`;

export function clauseProse(clause: Clause, framework: Framework): readonly string[] {
  const shared = [...clause.shared].map(([id, other]) => `${NAMES[id] ?? id} ${other.id} ${other.title}`);
  const kinds = clause.kinds.flatMap((id) => framework.kinds.get(id)?.title ?? []);
  return [
    `**${clause.id} ${clause.title}** · ${framework.name}`,
    clause.asks,
    ...labelled('Documented information asked for', clause.documented, '; '),
    ...labelled('Auditors look for', clause.auditors, '; '),
    ...labelled('Documents that cover it', kinds.slice(0, 6), ' · '),
    ...labelled('Often found wrong', clause.pitfalls, '; '),
    ...labelled('In other standards', shared, ' · '),
  ].filter((part) => part !== '');
}

export function objectiveProse(objective: Objective, framework: Framework): readonly string[] {
  const controls = objective.controls.map((id) => `${id} ${framework.controls.get(id)?.title ?? ''}`);
  return [
    `**${objective.id} ${objective.title}** · ${framework.name} Annex A, ${objective.level === 'domain' ? 'a group of controls' : 'an objective'}`,
    objective.asks,
    'It is an objective and no control: decide about its controls.',
    ...labelled('Controls', controls, ' · '),
  ];
}

export function kindProse(kind: DocumentKind): readonly string[] {
  return [
    `**${kind.title}** · \`${kind.id}\`, ${kind.mandatory ? 'asked for by the standard' : 'customary'}, a ${kind.nature}`,
    kind.about,
    ...labelled(
      'What belongs into it',
      kind.sections.map((section) => section.title),
      '; ',
    ),
    ...labelled('Clauses', kind.clauses, ', '),
    ...labelled('Controls', kind.controls, ', '),
    ...(kind.reviewMonths === undefined ? [] : [`**Customary review** every ${kind.reviewMonths} months`]),
  ].filter((part) => part !== '');
}

const labelled = (label: string, items: readonly string[], separator: string): readonly string[] =>
  items.length === 0 ? [] : [`**${label}** ${items.join(separator)}`];
