import * as vscode from 'vscode';
import type { ReadinessStore } from './readiness';

/** Readiness in one item: a warning mark when something is overdue. A click shows the tree. */
export function registerStatusBar(readiness: ReadinessStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('aims.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'AIMS readiness';
  item.command = 'aims.readiness.focus';
  const subscription = readiness.onDidChange(() => update(item, readiness));
  return vscode.Disposable.from(item, subscription);
}

function update(item: vscode.StatusBarItem, readiness: ReadinessStore): void {
  const roots = readiness.roots.filter((root) => root.mode !== 'quiet');
  const [first] = roots;
  if (!first) {
    item.hide();
    return;
  }
  const attention = roots.some((root) => root.status.attention);
  item.text = `${attention ? '$(warning) ' : ''}${first.status.text}${roots.length > 1 ? ` +${roots.length - 1}` : ''}`;
  item.tooltip = roots.map((root) => `${root.name}\n${root.status.tooltip}`).join('\n\n');
  item.accessibilityInformation = { label: `AIMS readiness. ${item.tooltip}` };
  item.show();
}
