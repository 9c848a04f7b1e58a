import { distance } from 'fastest-levenshtein';
import type { Aims, SourceFile } from '../model/aims';
import { baselineOf } from '../suppressions/baseline';
import { type Acceptance, directivesOf } from '../suppressions/directive';
import { policyAgainst } from '../suppressions/policy';
import { isSuppressible } from '../suppressions/sieve';
import { BASELINE_FILE } from '../syntax/read-file';
import { displayDate } from '../text/civil-date';
import type { Span } from '../text/span';
import { replace } from './fixes';
import type { Report, Rule } from './rule';
import { RULE_NAMES } from './rule-names';

/** A suppression that cannot be honoured, or no longer. */
export const suppressionInvalid: Rule = {
  meta: {
    name: 'suppression-invalid',
    severity: 'warning',
    summary:
      'A suppression gives no reason, names no rule that exists, has expired, or is not what the settings ask of one.',
    why: 'An accepted finding is a decision like any other: an auditor asks who took it, why, and whether it still holds. One without a reason, or past its date, is a finding nobody looks at.',
    basis: ['42001:7.5.3'],
    doubt: 'None: complete the comment, or remove it and mend what it hid.',
    quiet: true,
  },
  examples: {
    bad: [
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\nSee [x](gone.md). <!-- aims-ignore-line dead-reference -->\n                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Say after a colon why',
      },
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\n<!-- aims-ignore-file dead-referense: kept elsewhere -->\n                      ^^^^^^^^^^^^^^ is no rule',
      },
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\n<!-- aims-ignore-file dead-reference: kept elsewhere (expires: 2026-01-31) -->\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expired on 31 Jan 2026',
      },
      {
        text: '//- soa.yaml\nid: SOA-1 # aims-ignore-lines placeholder: a form\n          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is not understood',
      },
      {
        text: '//- aims.baseline.yaml\nversion: 1\nfiles:\n  policy.md:\n    findings:\n      - rule: dead-reference\n              ^^^^^^^^^^^^^^ Say why this is accepted\n        text: 0123456789abcdef',
      },
    ],
    good: [
      {
        text: '//- policy.md\n# AI policy (ISO/IEC 42001)\n\n<!-- aims-ignore-next-line dead-reference: The wiki is not in git. (owner: Head of AI, expires: 2027-01-31) -->\nSee [x](gone.md).',
      },
      {
        text: '//- notes.md\n# How to suppress\n\n```\n<!-- aims-ignore-line -->\n```\n\nWrite `<!-- aims-ignore-line -->`.',
      },
    ],
  },
  file: {
    reads: 'workspace',
    *check({ file }, aims) {
      yield* file.path === BASELINE_FILE ? inBaseline(file, aims) : inComments(file, aims);
    },
  },
};

function* inComments(file: SourceFile, aims: Aims): Iterable<Report> {
  if (file.facts.directives.length === 0) return;
  const { directives, faults } = directivesOf(file);
  yield* faults;
  for (const { rules, acceptance, comment } of directives) {
    for (const { name, span } of rules) yield* unknownRule(file.path, name, span);
    yield* expired(aims, acceptance, comment.span);
    for (const { name, span } of rules) yield* againstPolicy(aims, name, acceptance, span);
  }
}

function* inBaseline(file: SourceFile, aims: Aims): Iterable<Report> {
  const { faults, entries } = baselineOf(file);
  yield* faults;
  for (const { rule, acceptance, place } of entries) {
    yield* unknownRule(file.path, rule, place);
    if (!acceptance) continue;
    yield* expired(aims, acceptance, place);
    yield* againstPolicy(aims, rule, acceptance, place);
  }
}

function* againstPolicy(aims: Aims, rule: string, acceptance: Acceptance, span: Span): Iterable<Report> {
  const message = policyAgainst(aims, rule, acceptance);
  if (message !== undefined) yield { span, message };
}

function* unknownRule(file: string, name: string, span: Span): Iterable<Report> {
  if (RULE_NAMES.has(name)) {
    if (!isSuppressible(name))
      yield { span, message: `\`${name}\` cannot be suppressed: it says that the check itself is not complete.` };
    return;
  }
  const near = [...RULE_NAMES].sort((a, b) => distance(a, name) - distance(b, name))[0];
  const close = near !== undefined && distance(near, name) <= 4;
  yield {
    span,
    message: `\`${name}\` is no rule${close ? `. Did you mean \`${near}\`?` : ': see `aims explain --list` for their names.'}`,
    fixes: close
      ? [replace(`Change to \`${near}\``, file, { start: span.start, end: span.start + name.length }, near)]
      : [],
  };
}

function* expired(aims: Aims, { expires }: Acceptance, span: Span): Iterable<Report> {
  if (expires === undefined || expires >= aims.today) return;
  yield {
    span,
    message: `This suppression expired on ${displayDate(expires)}, and what it hid is shown again. Mend it, or decide anew with a reason and a later date.`,
  };
}
