/** Lower case without accents, letter for letter, so that offsets stay: `Contrôles` is `controles`, `ß` and `œ` stay. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  // The few letters whose other case is longer would shift what follows.
  const same = lower.length === text.length ? lower : text;
  return same.replace(/[\u00e0-\u017e]/g, (letter) => letter.normalize('NFD').charAt(0));
}
