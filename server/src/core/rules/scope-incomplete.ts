import context from '../../../data/phrases/context.yaml';
import scope from '../../../data/phrases/scope.yaml';
import type { Heading } from '../model/facts';
import type { FileView } from '../model/file-view';
import { topicsIn, unspokenTopics } from '../model/phrases';
import { titlePlace } from '../model/title-place';
import { unreasonedExclusions } from '../model/unreasoned-exclusions';
import { entryPlace, listed as systemsListed } from '../readiness/systems/aspect';
import { systemsOutside } from '../readiness/systems/outside-scope';
import type { SystemEntry } from '../readiness/systems/system-entries';
import { insert } from './fixes';
import type { Report, Rule } from './rule';
import { reportUnspoken } from './unspoken';

/** What a scope leaves open; its context and the manual may say it for it. */
const unspokenOfScope = unspokenTopics({
  kind: 'scope',
  topics: topicsIn(scope),
  linked: true,
  kinds: ['scope', 'context-analysis', 'aims-manual'],
});

/** What an analysis of the context leaves undecided that no other document of the AIMS is known to decide. */
const undecidedInContext = unspokenTopics({
  kind: 'context-analysis',
  topics: topicsIn(context),
  linked: true,
  kinds: ['context-analysis', 'scope', 'interested-parties', 'aims-manual'],
});

/** A scope whose line nobody could walk along, or a context that leaves open what it has to decide. */
export const scopeIncomplete: Rule = {
  meta: {
    name: 'scope-incomplete',
    severity: 'warning',
    summary:
      'The scope lacks its boundary, its systems, or reasons for what is left out; or the context lacks a decision.',
    why: 'An auditor walks along the line the scope draws: which sites and teams, which AI systems, what is outside and why. Whether climate change matters, and in which roles the organization deals with AI, has to be decided before.',
    basis: ['42001:4.3', '42001:4.1'],
    doubt:
      'It is looked for in four languages, in the document, in those it links to, and in the other documents about the context. Exclusions count as explained wherever the scope gives any reason. A decision about climate change may stand in another management system: name it in a sentence.',
  },
  examples: {
    bad: [
      {
        text: '//- scope.md\n# AIMS scope\n  ^^^^^^^^^^ says nothing about where the organization ends for the AIMS\n\nAI systems for reading letters, as provider, with nothing excluded.',
      },
      {
        text: '//- bereich.md\n---\nkind: scope\n---\n# Anwendungsbereich\n  ^^^^^^^^^^^^^^^^^ says nothing about which AI systems and services are inside\n\nDer Standort Bremen in der Rolle des Betreibers. Nicht umfasst ist die Kantine.',
      },
      {
        text: '//- scope.md\n# AIMS scope\n\nAll AI systems of the office in Leeds, as provider.\n\n## Exclusions\n   ^^^^^^^^^^ without a reason\n\n- The depot in Hull\n- Yard cameras',
      },
      {
        text: '//- scope.md\n# AIMS scope\n  ^^^^^^^^^^ does not name `yard-camera`\n\nThe office in Leeds, as provider of the AI systems tour-planner and letter-reader, and nothing outside.\n//- systems.yaml\nsystems:\n  - id: tour-planner\n    name: Tour planner\n    purpose: Plan tours\n  - id: letter-reader\n    name: Letter reader\n    purpose: Read letters\n  - id: yard-camera\n    name: Yard camera\n    purpose: Count trucks',
      },
      {
        text: '//- context.md\n# Context analysis for AI\n  ^^^^^^^^^^^^^^^^^^^^^^^ says nothing about whether climate change is a relevant issue\n\n## External issues\n\nThe law changes, and we deploy AI.\n\n## Internal issues\n\nTwo people know how to test.',
      },
    ],
    good: [
      {
        text: '//- scope.md\n# AIMS scope\n\nThe [AI systems](systems.yaml) of our sites in Leeds and Hull, as provider and customer.\n\n## Out of scope\n\n- Yard cameras: they record, and no AI reads them\n//- systems.yaml\nsystems:\n  - id: tour-planner\n    name: Tour planner\n    purpose: Plan tours\n  - id: letter-reader\n    name: Letter reader\n    purpose: Read letters',
      },
      {
        text: "//- perimetre.md\n---\nkind: scope\n---\n# Périmètre\n\nLe SMIA couvre les systèmes d'IA du site de Lyon, en tant que fournisseur. La cantine est exclue car aucune IA n'y est utilisée.\n//- contexte.md\n---\nkind: context-analysis\n---\n# Contexte\n\nEnjeux externes et internes. Le changement climatique n'est pas un enjeu pertinent.",
        note: 'What the scope says of roles need not be said again.',
      },
      { text: '//- scope.md\n---\nkind: scope\nstatus: template\n---\n# AIMS scope\n\nTo be written.' },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      yield* reportUnspoken(view, unspokenOfScope(aims, view), {
        document: 'This scope',
        asks: 'Draw the line so that a reader knows who and what is inside (clause 4.3).',
        subject: 'scope:parts',
      });
      yield* reportUnspoken(view, undecidedInContext(aims, view), {
        document: 'This context',
        asks: 'Decide it, and say why (clause 4.1).',
        subject: 'context-analysis:decisions',
      });
      const exclusions = unreasonedExclusions(view);
      if (exclusions) yield reportExclusions(view, exclusions);
      const systems = systemsOutside(aims, view);
      if (systems.length > 0) yield reportSystems(view, systems);
    },
  },
};

const reportExclusions = ({ file }: FileView, { span, section }: Heading): Report => ({
  span,
  message:
    'Something is left out of the scope without a reason. Say for each why it is outside: what is not relevant to AI, or who else answers for it (clause 4.3).',
  framework: '42001',
  subject: 'document:scope:exclusions',
  fixes: [
    insert(
      'Insert a sentence that gives the reason',
      file.path,
      section.start + file.text.slice(section.start, section.end).trimEnd().length,
      `${newlineOf(file.text).repeat(2)}The reason: [Insert why each of them is outside].`,
    ),
  ],
});

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const reportSystems = (view: FileView, systems: readonly SystemEntry[]): Report => ({
  ...titlePlace(view),
  message: `This scope names systems of the inventory, but does not name ${systemsListed(systems.map(({ id }) => id))}. Say that it is inside or outside, or refer to the inventory by a link.`,
  framework: '42001',
  subject: 'document:scope:systems',
  related: systems.map((system) => {
    const { file, span, label } = entryPlace(system);
    return { file, span, message: `The entry of ${label}.` };
  }),
});
