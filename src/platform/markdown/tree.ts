import type { Element, ElementContent, Properties, Root, Text } from 'hast';

/** Elements within one another at most; what is deeper joins its ancestor. Whoever walks the tree may recurse. */
export const deepest = 100;

/** Elements that hold nothing. */
const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

type Parent = Element | Root;

/** Something that has been opened; `raw` is the name that raw HTML has given it. */
type Level = { parent: Parent; raw?: string };

/** What Markdown and the raw HTML in it become, however badly the latter is nested. */
export class Tree {
  readonly root: Root = { type: 'root', children: [] };
  readonly headings: Element[] = [];
  /** Code of which the language is said. */
  readonly code: Element[] = [];
  private readonly levels: Level[] = [{ parent: this.root }];

  /** `most` bounds the characters of text and attributes: a few references can stand for very long addresses. */
  constructor(private most: number) {}

  text(value: string): void {
    this.take(value);
    const last = this.parent.children.at(-1);
    if (last?.type === 'text') last.value += value;
    else this.parent.children.push({ type: 'text', value } satisfies Text);
  }

  /** An element with what it holds. */
  add(tagName: string, properties: Properties = {}, children: ElementContent[] = []): void {
    this.parent.children.push(this.make(tagName, properties, children));
  }

  open(tagName: string, properties?: Properties): void {
    this.enter(this.make(tagName, properties, []));
  }

  /** Opens an element that stands elsewhere. */
  openAside(element: Element): void {
    this.levels.push({ parent: element });
  }

  /** Closes what `open` opened last, with all raw elements that are still open in it. */
  close(): void {
    while (this.levels.length > 1 && this.levels.pop()?.raw !== undefined);
  }

  /** What would stand too deep is left out, so that `closeRaw` never has far to look. */
  openRaw(tagName: string, properties: Properties): void {
    if (empty.has(tagName)) this.add(tagName, properties);
    else if (this.levels.length <= deepest) this.enter(this.make(tagName, properties, []), tagName);
  }

  /** Closes the raw element of this name that was opened last, unless Markdown has closed it or what is around it. */
  closeRaw(tagName: string): void {
    const index = this.levels.findLastIndex(({ raw }) => raw === undefined || raw === tagName);
    if (this.levels[index]?.raw === tagName) this.levels.length = index;
  }

  private get parent(): Parent {
    return (this.levels.at(-1) as Level).parent;
  }

  private enter(element: Element, raw?: string): void {
    const isTooDeep = this.levels.length > deepest;
    if (!isTooDeep) this.parent.children.push(element);
    this.levels.push({ parent: isTooDeep ? this.parent : element, ...(raw !== undefined && { raw }) });
  }

  private make(tagName: string, properties: Properties = {}, children: ElementContent[]): Element {
    for (const value of Object.values(properties)) this.take(String(value));
    const element: Element = {
      type: 'element',
      tagName,
      properties: completed(tagName, properties),
      children,
    };
    if (/^h[1-6]$/.test(tagName)) this.headings.push(element);
    return element;
  }

  private take({ length }: string): void {
    this.most -= length;
    if (this.most < 0) throw new RangeError('The rendered text would be too long.');
  }
}

/** Ids in the text begin with this, so that they cannot stand for anything of the page around it. */
export const idPrefix = 'md-';

/** Links tell nobody where the reader comes from, and images wait until they are seen. */
function completed(tagName: string, properties: Properties): Properties {
  if (tagName === 'img') return { ...properties, loading: 'lazy' };
  const { href } = properties;
  if (tagName !== 'a' || typeof href !== 'string') return properties;
  if (/^#(?!md-)./.test(href)) return { ...properties, href: `#${idPrefix}${href.slice(1)}` };
  return href.startsWith('#') ? properties : { ...properties, rel: ['nofollow', 'noopener', 'noreferrer'] };
}
