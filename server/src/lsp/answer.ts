import type { Connection } from 'vscode-languageserver';

/**
 * The one place that catches: a feature that fails leaves its question unanswered and says so in the log. An empty
 * answer is right for a hover; for a check it would be wrong, and there the engine makes a finding of it.
 */
export const answering =
  (connection: Connection) =>
  <P, R>(empty: R, answer: (params: P) => R): ((params: P) => R) =>
  (params) => {
    try {
      return answer(params);
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return empty;
    }
  };
