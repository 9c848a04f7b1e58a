import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { normalize } from '../text/words';
import { type PhraseData, topicsIn } from './phrases';

const FOLDER = resolve(import.meta.dirname, '../../../data/phrases');

const read = (name: string) =>
  parse(readFileSync(resolve(FOLDER, `${name}.yaml`), 'utf8')) as Record<string, PhraseData>;

const spoken = (text: string): string => ` ${normalize(text)} `;

const NAMES = readdirSync(FOLDER).map((name) => name.replace('.yaml', ''));

describe.each(NAMES)('%s', (name) => {
  const data = read(name);
  test('holds phrases as they are compared, in four languages', () => {
    for (const [id, { title, en, de, fr, es, headings = [], elsewhere = [] }] of Object.entries(data)) {
      for (const phrases of [en, de, fr, es]) expect(phrases.length, id).toBeGreaterThan(0);
      const words = [...en, ...de, ...fr, ...es, ...headings, ...elsewhere].flatMap((phrase) =>
        phrase.split(/[()|…*.]+/),
      );
      expect(words.filter((word) => normalize(word) !== word.trim())).toEqual([]);
      expect(title).not.toMatch(/\.$/);
    }
  });
  test('finds what messages say was looked for, and what the fix inserts', () => {
    for (const { id, phrases, like, line } of topicsIn(data)()) {
      expect(phrases.test(spoken(like)), `${id}: ${like}`).toBe(true);
      expect(line).toMatch(/\[Insert/);
      expect(phrases.test(spoken(line.replace(/\[.*?\]/g, ' '))), `${id}: ${line}`).toBe(true);
    }
  });
});

/** Sentences by the topics they speak of, and by those they only seem to. */
const SENTENCES: Readonly<Record<string, readonly (readonly [text: string, ...topics: readonly string[]])[]>> = {
  'ai-policy': [
    ['The policy provides a framework for setting AI objectives.', 'objectives'],
    ['Measurable goals are derived from these principles every year.', 'objectives'],
    ['Die KI-Ziele werden daraus abgeleitet.', 'objectives'],
    ["Elle fixe le cadre des objectifs d'IA.", 'objectives'],
    ['Sirve de marco para los objetivos.', 'objectives'],
    ['The objective of this paper is to explain our principles.'],
    ['We abide by every statute and contract.', 'requirements'],
    ['Legal, regulatory and contractual obligations are met.', 'requirements'],
    ['Wir halten uns an Recht und Gesetz.', 'requirements'],
    ['Nous nous conformons à la réglementation en vigueur.', 'requirements'],
    ['Cumplimos la normativa aplicable.', 'requirements'],
    ['We respect people, and people rule over machines.'],
    ['We learn from every incident and become better.', 'improvement'],
    ['Our management system is improved year after year.', 'improvement'],
    ['Wir entwickeln unser Managementsystem ständig weiter.', 'improvement'],
    ["La direction s'engage à améliorer le système.", 'improvement'],
    ['La mejora continua es un compromiso.', 'improvement'],
    ['AI improves the lives of patients.'],
  ],
  'management-review': [
    ['Open points of the last meeting: two, both closed.', 'earlier-actions'],
    ['This is the first management review.', 'earlier-actions'],
    ['Stand der Maßnahmen aus dem Vorjahr', 'earlier-actions'],
    ["Suivi des actions de la revue précédente : rien d'ouvert", 'earlier-actions'],
    ['Acciones pendientes', 'earlier-actions'],
    ['The AI Act has been amended.', 'issues'],
    ['Neue gesetzliche Vorgaben', 'issues'],
    ['Évolution du contexte réglementaire', 'issues'],
    ['Cambios en el mercado', 'issues'],
    ['Complaints of patients', 'parties'],
    ['Rückmeldungen unserer Kunden', 'parties'],
    ['Attentes des usagers', 'parties'],
    ['Satisfacción de los usuarios', 'parties'],
    ['Dr. Chen (chair), the managing director', 'participants'],
    ['Anwesend: Geschäftsführung', 'participants'],
    ['What was presented'],
    ['A third auditor will be trained; agreed by all.', 'decisions'],
    ['Beschlossen wurde eine weitere Schulung.', 'decisions'],
    ['Corrective actions are listed.'],
  ],
  scope: [
    ['Anwendungsbereich'],
    ['The AIMS covers the offices in Leeds and Hull.', 'boundary'],
    ['Der Standort Bremen', 'boundary'],
    ["L'ensemble de l'entreprise", 'boundary', 'exclusions'],
    ['La sede de Bilbao', 'boundary'],
    ['Planning of tours', 'systems'],
    ['Die KI-Systeme', 'systems'],
    ["L'assistant de rédaction", 'systems'],
    ['El inventario', 'systems'],
    ['The AI management system covers what we promised.'],
    ['Yard cameras are outside.', 'exclusions'],
    ['Ausgenommen ist die Kantine.', 'exclusions'],
    ['Les cantines sont exclues.', 'exclusions'],
    ['No incluye la cantina.', 'exclusions'],
    ['We act as provider.', 'roles'],
  ],
  context: [
    ['Climate change was considered.', 'climate'],
    ['Der Klimawandel ist nicht relevant.', 'climate'],
    ['Le changement climatique', 'climate'],
    ['El cambio climático', 'climate'],
    ['The regulatory environment and the working climate', 'climate'],
    ['The regulatory environment'],
    ['We develop models and sell them.', 'roles'],
    ['Wir betreiben zwei Assistenten.', 'roles'],
  ],
};

describe.each(Object.entries(SENTENCES))('sentences about %s', (name, sentences) => {
  const topics = topicsIn(read(name))();
  test.each(sentences)('%s', (text, ...expected) => {
    const found = topics.filter(({ phrases }) => phrases.test(spoken(text))).map(({ id }) => id);
    const decisive = found.filter((id) => sentences.some(([, ...named]) => named.includes(id)));
    expect(decisive).toEqual(expected);
  });
});
