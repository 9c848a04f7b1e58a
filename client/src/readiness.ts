import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** What the server answers to `aims/readiness`. */
export interface ReadinessNode {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly state: 'done' | 'partial' | 'open' | 'excluded' | 'info';
  readonly children: readonly ReadinessNode[];
  readonly place?: { readonly uri: string; readonly range: PlainRange };
  readonly expanded?: boolean;
}

export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface ReadinessRoot {
  readonly folder: string;
  /** The folder of its `aims.yaml`. */
  readonly root: string;
  readonly name: string;
  readonly mode: 'configured' | 'adopted' | 'quiet';
  readonly recognized: string;
  readonly status: { readonly text: string; readonly tooltip: string; readonly attention: boolean };
  readonly nodes: readonly ReadinessNode[];
}

/** What the tree can be opened at, as the server names it, and as people read it. */
export const READINESS_VIEWS = {
  clause: 'Clauses 4–10',
  domain: 'Annex A by domain',
  pdca: 'Plan, do, check, act',
  stage1: 'Stage 1 audit',
  stage2: 'Stage 2 audit',
  document: 'Documents',
  system: 'AI systems',
  due: 'What is due',
} as const;
export type ReadinessView = keyof typeof READINESS_VIEWS;

/** The latest readiness the server told, asked for anew whenever the server says that it changed. */
export class ReadinessStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  roots: readonly ReadinessRoot[] = [];
  private told = '';
  private view: ReadinessView = 'clause';
  private readonly subscription: vscode.Disposable;

  constructor(private readonly client: LanguageClient) {
    this.subscription = client.onNotification('aims/readinessChanged', () => void this.refresh());
  }

  show(view: ReadinessView): Promise<void> {
    this.view = view;
    return this.refresh();
  }

  async refresh(): Promise<void> {
    const answer = await this.client.sendRequest<{ readonly roots: readonly ReadinessRoot[] }>('aims/readiness', {
      view: this.view,
    });
    // Most edits change nothing here, and a tree that is drawn anew under the pointer loses clicks.
    const told = JSON.stringify(answer.roots);
    if (told === this.told) return;
    this.told = told;
    this.roots = answer.roots;
    this.changed.fire();
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}
