import type { Aims } from '../model/aims';
import { anchoredHeadings } from '../model/anchors';
import { citedPaths } from '../model/cited-paths';
import type { Link } from '../model/facts';
import type { FileView } from '../model/file-view';
import type { Fix } from '../model/finding';
import { withoutLines } from '../model/line-range';
import { type LostId, lostIdsIn } from '../model/organization-ids';
import { type UnknownReference, unknownReferencesIn } from '../model/record-references';
import { followLink, type Target } from '../model/targets';
import { recordTypeNamed } from '../records/record-types';
import { decodePath, fileNameOf, relativePath } from '../text/path';
import { unreachable } from '../text/unreachable';
import { replace } from './fixes';
import type { Report, Rule } from './rule';

/** A link, anchor or cited path that leads nowhere. */
export const deadReference: Rule = {
  meta: {
    name: 'dead-reference',
    severity: 'error',
    summary:
      'A link, an anchor, a path cited as evidence, the id of a record, or an id of a form set in `ids` leads to nothing.',
    why: 'Documented information has to be available where it is needed. Evidence that cannot be opened is no evidence, and a reader who meets two dead links stops following the rest.',
    basis: ['42001:7.5.3'],
    doubt:
      'A file that exists only elsewhere (another repository, a share) looks dead here: link it by its full address.',
    quiet: true,
  },
  examples: {
    bad: [
      {
        text: '//- aims.yaml\nids:\n  document: POL-##\n//- a.md\n---\nid: POL-01\n---\n# AI policy (ISO/IEC 42001)\n\nSee POL-02.\n    ^^^^^^ nothing declares it',
      },
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\nSee the [scope](scop.md).\n                ^^^^^^^ `scop.md` does not exist\n//- scope.md\n# Scope',
      },
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Evidence |\n|---|---|---|---|---|\n| A.7.4 | Quality of data for AI systems | Yes | R-01 | `src/checks.py#L10-L20` |\n                                                         ^^^^^^^^^^^^^^^^^^^^^ has 2 lines\n//- src/checks.py\ndef test_gap():\n    pass',
      },
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\nSee the [boundaries](scope.md#limits).\n                     ^^^^^^^^^^^^^^^ has no heading `limits`\n//- scope.md\n# Scope\n\n## Boundaries',
      },
      {
        text: '//- risks.yaml\nrisks:\n  - id: R-01\n    description: Old data\n//- systems.yaml\nsystems:\n  - id: triage-bot\n    name: Triage bot\n    purpose: x\n    owner: CTO\n    risks: [R-01, R-09]\n                  ^^^^ No AI risk is declared as `R-09`',
      },
      {
        text: '//- risks.yaml\nrisks:\n  - id: R-01\n    description: Old data\n//- plan.md\n# Risk treatment plan\n\n## Treatment plan\n\n| Risk ID | Measure | Owner | Due |\n|---|---|---|---|\n| R-1 | Newer data | Head of AI | 2026-12-31 |\n  ^^^ Did you mean `R-01`',
      },
    ],
    good: [
      {
        text: '//- soa.md\n# Statement of Applicability, ISO/IEC 42001\n\n| Control | Title | Applicable | Justification | Evidence |\n|---|---|---|---|---|\n| A.7.4 | Quality of data for AI systems | Yes | R-01 | `src/checks.py#L1-L2`, `tests/bias/**`, `src/checks.py:2` |\n//- src/checks.py\ndef test_gap():\n    pass\n//- tests/bias/test_age.py\npass',
      },
      {
        text: '//- aims.yaml\nids:\n  document: POL-##\n//- a.md\n---\nid: POL-01\n---\n# AI policy (ISO/IEC 42001)\n\nPOL-01, not POL-1 or EPOL-02.\n\n```\nPOL-03\n```',
      },
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\nSee the [boundaries](scope.md#boundaries) and [ISO](https://www.iso.org).\n//- scope.md\n# Scope\n\n## Boundaries',
      },
      { text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\nRun `python check.py` as described.' },
    ],
  },
  file: {
    reads: 'workspace',
    *check(view, aims) {
      const written = view.file.facts.links.filter(
        (link) => link.kind === 'link' || link.kind === 'image' || link.kind === 'definition',
      );
      for (const link of [...written, ...citedPaths(view, aims)]) {
        const target = followLink(aims, view.file, link);
        if (isDead(target)) yield report(view, aims, link, target);
      }
      for (const one of unknownReferencesIn(aims, view)) yield unknownId(view, one);
      for (const one of lostIdsIn(view, aims)) yield lostId(one);
    },
  },
};

const lostId = ({ id, form, span }: LostId): Report => ({
  span,
  message: `\`${id}\` has the form of an id (\`ids.${form.type}: ${form.pattern}\`), and nothing declares it. Correct it, or declare it.`,
  subject: id,
});

/** The register that declares such ids is at hand, so that an id it does not hold is a slip, or a record somebody forgot. */
function unknownId({ file }: FileView, { text, span, type, nearest }: UnknownReference): Report {
  const hint = nearest ? `Did you mean \`${nearest.id}\`?` : 'Correct the id, or add the record.';
  return {
    span,
    message: `No ${recordTypeNamed(type)?.title ?? type} is declared as \`${text}\`. ${hint}`,
    severity: 'warning',
    subject: `record:${text}`,
    ...(nearest
      ? {
          related: [{ file: nearest.file, span: nearest.span, message: `${nearest.id} is declared here` }],
          fixes: [replace(`Change to \`${nearest.id}\``, file.path, span, nearest.id, { preferred: true })],
        }
      : {}),
  };
}

type Dead = Target & { readonly kind: 'missing' | 'missing-anchor' | 'missing-line' };

const isDead = (target: Target): target is Dead =>
  target.kind === 'missing' || target.kind === 'missing-anchor' || target.kind === 'missing-line';

function report(view: FileView, aims: Aims, link: Link, target: Dead): Report {
  const name = target.path === view.file.path ? 'This document' : `\`${target.path}\``;
  switch (target.kind) {
    case 'missing':
      return {
        span: link.span,
        message: target.pattern
          ? `No file fits \`${decodePath(link.target)}\`. Correct the pattern, or add the files.`
          : `\`${decodePath(link.target)}\` does not exist. Correct the path, or create the file.`,
        fixes: [...lineFixes(view, aims, link), ...pathFixes(view, aims, link)],
      };
    case 'missing-anchor':
      return {
        span: link.span,
        message: `${name} has no heading \`${target.fragment}\`. Correct the anchor, or link the document alone.`,
        fixes: anchorFixes(view, aims, link, target.path, target.fragment),
      };
    case 'missing-line':
      return { span: link.span, message: `${name} ${lengthText(target)} Correct the lines, or cite the file alone.` };
    default:
      return unreachable(target);
  }
}

function lengthText({ lines, length }: Dead & { kind: 'missing-line' }): string {
  if (lines.first < 1) return 'has no line 0: lines count from 1.';
  const has = length === 0 ? 'is empty' : `has ${length} ${length === 1 ? 'line' : 'lines'}`;
  return `${has}, so line ${lines.last} does not exist.`;
}

/** A link leads to a line by `#L12`; `:12` is what terminals print. */
function lineFixes({ file }: FileView, aims: Aims, link: Link): readonly Fix[] {
  const { path, lines } = withoutLines(link.target);
  if (!lines || isDead(followLink(aims, file, { ...link, target: path }))) return [];
  const written = `${path}#L${lines.first}${lines.last === lines.first ? '' : `-L${lines.last}`}`;
  return [replace(`Change to \`${written}\``, file.path, link.span, written, { preferred: true })];
}

/** Files of the same name elsewhere in the AIMS; with exactly one the path is hardly in doubt. */
function pathFixes(view: FileView, aims: Aims, link: Link): readonly Fix[] {
  const [path = '', fragment] = link.target.split('#');
  const name = fileNameOf(decodePath(path)).toLowerCase();
  const same =
    name === '' ? [] : [...aims.files.keys()].filter((candidate) => fileNameOf(candidate).toLowerCase() === name);
  return same.slice(0, 3).map((candidate) => {
    const written =
      relativePath(view.file.path, candidate).replaceAll(' ', '%20') + (fragment === undefined ? '' : `#${fragment}`);
    return replace(`Change to \`${written}\``, view.file.path, link.span, written, { preferred: same.length === 1 });
  });
}

function anchorFixes(view: FileView, aims: Aims, link: Link, path: string, fragment: string): readonly Fix[] {
  const words = new Set(fragment.toLowerCase().split('-').filter(Boolean));
  const target = aims.files.get(path);
  const headings = target ? anchoredHeadings(target) : [];
  const near = headings.filter((heading) => heading.slug.split('-').some((word) => words.has(word) && word.length > 3));
  const base = link.target.split('#')[0] ?? '';
  return near
    .slice(0, 3)
    .map((heading) => replace(`Change to \`#${heading.slug}\``, view.file.path, link.span, `${base}#${heading.slug}`));
}
