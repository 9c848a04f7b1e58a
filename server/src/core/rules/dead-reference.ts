import type { Aims } from '../model/aims';
import { anchoredHeadings } from '../model/anchors';
import type { Link } from '../model/facts';
import type { FileView } from '../model/file-view';
import type { Fix } from '../model/finding';
import { type UnknownReference, unknownReferencesIn } from '../model/record-references';
import { soaTablesOf } from '../model/soa';
import { followLink, type Target } from '../model/targets';
import { evidenceTargets } from '../readiness/controls';
import { recordTypeNamed } from '../records/record-types';
import { decodePath, fileNameOf, relativePath } from '../text/path';
import { replace } from './fixes';
import type { Report, Rule } from './rule';

/** A link, anchor or cited path that leads nowhere. */
export const deadReference: Rule = {
  meta: {
    name: 'dead-reference',
    severity: 'error',
    summary: 'A link, an anchor, a path cited as evidence or the id of a record leads to nothing.',
    why: 'Documented information has to be available where it is needed. Evidence that cannot be opened is no evidence, and a reader who meets two dead links stops following the rest.',
    basis: ['42001:7.5.3'],
    doubt:
      'A file that exists only elsewhere (another repository, a share) looks dead here: link it by its full address.',
    quiet: true,
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\nSee the [scope](scop.md).\n                ^^^^^^^ `scop.md` does not exist\n//- scope.md\n# Scope',
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
        if (target.kind === 'missing' || target.kind === 'missing-anchor') yield report(view, aims, link, target);
      }
      for (const one of unknownReferencesIn(aims, view)) yield unknownId(view, one);
    },
  },
};

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

/** Paths in code or plain text are checked only where they are cited as evidence. */
function citedPaths(view: FileView, aims: Aims): readonly Link[] {
  const rows = soaTablesOf(aims, view.file).flatMap((table) => table.rows.map((row) => ({ table, row })));
  return rows.flatMap(evidenceTargets).filter((link) => link.kind === 'code' || link.kind === 'value');
}

function report(
  view: FileView,
  aims: Aims,
  link: Link,
  target: Target & { kind: 'missing' | 'missing-anchor' },
): Report {
  if (target.kind === 'missing-anchor') {
    return {
      span: link.span,
      message: `${target.path === view.file.path ? 'This document' : `\`${target.path}\``} has no heading \`${target.fragment}\`. Correct the anchor, or link the document alone.`,
      fixes: anchorFixes(view, aims, link, target.path, target.fragment),
    };
  }
  return {
    span: link.span,
    message: `\`${decodePath(link.target)}\` does not exist. Correct the path, or create the file.`,
    fixes: pathFixes(view, aims, link),
  };
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
