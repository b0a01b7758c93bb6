import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

const plugins = [remarkGfm];

// The page's own title is the only first-level heading. Links say nothing about where the reader comes from.
const components: Components = {
  h1: 'h2',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5',
  h5: 'h6',
  a: ({ node: _node, ...props }) => <a {...props} rel="noopener noreferrer nofollow" />,
  img: ({ node: _node, alt = '', ...props }) => <img {...props} alt={alt} loading="lazy" />,
};

/** HTML in the text is shown as text, and only harmless link targets are kept. */
export function Markdown({ text }: { text: string }) {
  return (
    <ReactMarkdown remarkPlugins={plugins} components={components}>
      {text}
    </ReactMarkdown>
  );
}
