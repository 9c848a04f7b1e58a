import { FileChangeType, type FileEvent, type FileSystemWatcher } from 'vscode-languageserver';
import type { Session } from '../host/session';
import { pathOf } from './uris';

/** Documents are read, and everything can be linked; code that is cited by line has to be followed as well. */
export const WATCHERS: FileSystemWatcher[] = [{ globPattern: '**/*' }];

/** What comes or goes may be linked; what changes matters if it was read or its lines were counted. */
export const changedPaths = (session: Session, changes: readonly FileEvent[]): readonly string[] =>
  changes.flatMap(({ uri, type }) => {
    const path = pathOf(uri);
    return path !== undefined && (type !== FileChangeType.Changed || session.isConcerned(path)) ? [path] : [];
  });
