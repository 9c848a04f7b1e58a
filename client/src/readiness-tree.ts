import * as vscode from 'vscode';
import type { ReadinessNode, ReadinessRoot, ReadinessStore } from './readiness';

/** The shape of the icon carries the state, its colour only supports. */
const ICONS: Record<
  ReadinessNode['state'],
  { readonly icon: string; readonly color?: string; readonly spoken: string }
> = {
  done: { icon: 'pass-filled', color: 'testing.iconPassed', spoken: 'done' },
  partial: { icon: 'color-mode', color: 'charts.yellow', spoken: 'partly done' },
  open: { icon: 'circle-large-outline', spoken: 'open' },
  excluded: { icon: 'circle-slash', spoken: 'excluded' },
  info: { icon: 'symbol-file', spoken: '' },
};

/** A line of the tree: an AIMS where there are several, else a node of the one. */
export type TreeElement = { readonly root: ReadinessRoot } | { readonly node: ReadinessNode };

export class ReadinessTree implements vscode.TreeDataProvider<TreeElement> {
  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(private readonly readiness: ReadinessStore) {
    this.onDidChangeTreeData = readiness.onDidChange;
  }

  getChildren(element?: TreeElement): TreeElement[] {
    if (element) return ('root' in element ? element.root.nodes : element.node.children).map((node) => ({ node }));
    const roots = this.readiness.roots.filter((root) => root.mode !== 'quiet');
    if (roots.length > 1) return roots.map((root) => ({ root }));
    return (roots[0]?.nodes ?? []).map((node) => ({ node }));
  }

  getTreeItem(element: TreeElement): vscode.TreeItem {
    return 'root' in element ? rootItem(element.root) : nodeItem(element.node);
  }
}

function rootItem(root: ReadinessRoot): vscode.TreeItem {
  const item = new vscode.TreeItem(root.name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = root.folder;
  item.description = root.status.text;
  item.iconPath = new vscode.ThemeIcon('root-folder');
  return item;
}

function nodeItem(node: ReadinessNode): vscode.TreeItem {
  const { icon, color, spoken } = ICONS[node.state];
  const item = new vscode.TreeItem(node.label, collapsible(node));
  item.id = node.id;
  item.contextValue = node.place ? 'aims.place' : 'aims.node';
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  item.accessibilityInformation = { label: [node.label, node.description, spoken].filter(Boolean).join(', ') };
  if (node.description !== undefined) item.description = node.description;
  if (node.tooltip !== undefined) item.tooltip = new vscode.MarkdownString(node.tooltip);
  if (node.place) item.command = { command: 'aims.openPlace', title: 'Open', arguments: [node.place] };
  return item;
}

function collapsible(node: ReadinessNode): vscode.TreeItemCollapsibleState {
  if (node.children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return node.expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
