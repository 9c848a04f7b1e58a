/** Shapes of the shipped framework data (`server/data/frameworks`), read-only and in our own words. */
import type { Span } from '../text/span';

/** `42001` is ISO/IEC 42001:2023, `27001` is ISO/IEC 27001:2022, `9001` is ISO 9001:2015. */
export type FrameworkId = string;

export interface Clause {
  readonly id: string;
  readonly title: string;
  readonly parent?: string;
  readonly leaf: boolean;
  readonly pdca: 'plan' | 'do' | 'check' | 'act';
  readonly asks: string;
  readonly auditors: readonly string[];
  readonly evidence: readonly string[];
  /** Documented information the clause asks for; empty where it asks for none. */
  readonly documented: readonly string[];
  /** The documented information is evidence that something was done. */
  readonly records: boolean;
  /** Document kinds that can cover the clause. */
  readonly kinds: readonly string[];
  readonly ai: readonly string[];
  readonly pitfalls: readonly string[];
  /** Title variants in use, translations included. */
  readonly aliases: readonly string[];
  /** Counterparts in other management system standards, by framework id. */
  readonly shared: ReadonlyMap<FrameworkId, { readonly id: string; readonly title: string }>;
  readonly nist: readonly string[];
}

/** A group of Annex A: a domain (A.2 … A.10) or one of the two objectives inside A.6. */
export interface Objective {
  readonly id: string;
  readonly title: string;
  readonly parent?: string;
  readonly level: 'domain' | 'objective';
  readonly asks: string;
  readonly controls: readonly string[];
  readonly guidance: string;
  /** The number the objective statement itself occupies (A.2.1 …); often mistaken for a control. */
  readonly reserved?: string;
  readonly aliases: readonly string[];
}

export interface Mapping {
  readonly framework: FrameworkId;
  readonly id: string;
  readonly title?: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** No published source states this pair. */
  readonly inferred: boolean;
}

export interface Control {
  readonly id: string;
  readonly title: string;
  readonly domain: string;
  readonly objective: string;
  readonly aliases: readonly string[];
  readonly asks: string;
  readonly auditors: readonly string[];
  readonly evidence: readonly string[];
  readonly owners: readonly string[];
  readonly documentation: boolean;
  readonly clauses: readonly string[];
  readonly controls: readonly string[];
  readonly stages: readonly string[];
  readonly guidance: string;
  readonly exclusion: { readonly accepted: readonly string[]; readonly rejected: readonly string[] };
  readonly mappings: readonly Mapping[];
}

/** A kind of document or record, for example `ai-policy` or `risk-register`. */
export interface DocumentKind {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly aliases: readonly string[];
  /** Names that are a title of such a document only if it says nothing else: the name of the whole system stands in many. */
  readonly alone?: readonly string[];
  /** Words beside which a name means something else: a data protection impact assessment is none of an AI system. */
  readonly except?: readonly string[];
  readonly clauses: readonly string[];
  readonly controls: readonly string[];
  readonly mandatory: boolean;
  readonly nature: 'document' | 'record';
  readonly basis: string;
  readonly about: string;
  /** What belongs into it, in the order of its template. */
  readonly sections: readonly Section[];
  /** Customary review interval in months. */
  readonly reviewMonths?: number;
  readonly stages: readonly string[];
  /** Lower-case fragments of file names, hyphen separated. */
  readonly files: readonly string[];
}

/** A part of a document of some kind, by whatever heading, column or key it is written. */
export interface Section {
  /** Unmistakable within its kind. */
  readonly id: string;
  readonly title: string;
  /** Without it the document does not do what it is for. */
  readonly required: boolean;
  /** The clause or control it answers: a heading that names it is the section. */
  readonly clause?: string;
  readonly control?: string;
  /** Words people head it with, in several languages. */
  readonly aliases: readonly string[];
}

export interface CertificationStage {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly examines: readonly string[];
  readonly kinds: readonly string[];
}

/** A public control list that does not match the standard, kept to name where a wrong title came from. */
export interface WrongCatalogue {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly controls: readonly { readonly id: string; readonly title: string }[];
}

/** One framework with its lookups. Frameworks known by id and title alone have empty prose. */
export interface Framework {
  readonly id: FrameworkId;
  /** As printed in messages, for example `ISO/IEC 42001:2023`. */
  readonly name: string;
  /** Without the year, for example `ISO/IEC 42001`. */
  readonly short: string;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly controls: ReadonlyMap<string, Control>;
  readonly objectives: ReadonlyMap<string, Objective>;
  readonly kinds: ReadonlyMap<string, DocumentKind>;
  readonly stages: readonly CertificationStage[];
  readonly wrongCatalogues: readonly WrongCatalogue[];
  /** Given where a file of the organization defines it. */
  readonly own?: OwnFramework;
}

export interface OwnFramework {
  /** Relative to the root of the AIMS. */
  readonly file: string;
  /** Names that references call it by, its id among them. */
  readonly names: readonly string[];
  /** Where each id stands in the file. */
  readonly places: ReadonlyMap<string, Span>;
}
