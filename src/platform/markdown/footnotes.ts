import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { idPrefix, type Tree } from './tree.js';

/** A note that is referred to, and its place in the list. */
type Note = { number: number; item: Element };

/** The notes of a text, in the order in which it refers to them. */
export class Footnotes {
  private readonly items = new Map<string, Element>();
  private readonly notes = new Map<string, Note>();
  private readonly idOf: (kind: string, number: number) => string;

  /** Two texts on one page must not have the same ids; a text keeps its own. */
  constructor(
    private readonly tree: Tree,
    markdown: string,
  ) {
    const mark = createHash('sha256').update(markdown).digest('hex').slice(0, 8);
    this.idOf = (kind, number) => `${idPrefix}${kind}-${mark}-${number}`;
  }

  /** Opens the note of this name; the last one counts. */
  open(label: string): void {
    const item = this.notes.get(label)?.item ?? emptyItem();
    item.children = [];
    this.items.set(label, item);
    this.tree.openAside(item);
  }

  refer(label: string): void {
    const known = this.notes.get(label);
    const note = known ?? { number: this.notes.size + 1, item: this.items.get(label) ?? emptyItem() };
    this.items.set(label, note.item);
    this.notes.set(label, note);
    this.tree.open('sup');
    const id = known ? {} : { id: this.idOf('ref', note.number) };
    const href = `#${this.idOf('note', note.number)}`;
    const number = String(note.number);
    this.tree.add('a', { href, role: 'doc-noteref', ...id }, [{ type: 'text', value: number }]);
    this.tree.close();
  }

  /** Ends the text with its notes; those that nothing refers to are left out. */
  addAll(): void {
    if (this.notes.size === 0) return;
    const items = [...this.notes.values()].map(({ number, item }) => {
      item.properties = { id: this.idOf('note', number) };
      this.tree.openAside(lastParagraph(item));
      this.tree.text(' ');
      const href = `#${this.idOf('ref', number)}`;
      this.tree.add('a', { href, role: 'doc-backlink' }, [{ type: 'text', value: '↩' }]);
      this.tree.close();
      return item;
    });
    const list: Element = { type: 'element', tagName: 'ol', properties: {}, children: items };
    this.tree.add('section', { className: ['footnotes'], role: 'doc-endnotes' }, [list]);
  }
}

const emptyItem = (): Element => ({ type: 'element', tagName: 'li', properties: {}, children: [] });

function lastParagraph(item: Element): Element {
  const last = item.children.at(-1);
  return last?.type === 'element' && last.tagName === 'p' ? last : item;
}
