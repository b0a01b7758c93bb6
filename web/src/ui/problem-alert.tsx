import type { Problem } from '../api/problem';
import { useInView } from './use-in-view';

interface Props {
  problem: Problem | null;
  /** Fields whose messages are shown beside them. */
  except?: readonly string[];
}

export function ProblemAlert({ problem, except = [] }: Props) {
  const messages = problem ? messagesOf(problem, except) : [];
  const element = useInView<HTMLDivElement>(messages.length > 0 && problem);
  // The element is always there: screen readers announce what is put into it later.
  return (
    <div ref={element} role="alert" className={messages.length > 0 ? 'alert' : undefined}>
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  );
}

function messagesOf(problem: Problem, except: readonly string[]): string[] {
  const fields = Object.entries(problem.fields);
  if (fields.length === 0) return [problem.message];
  return fields
    .filter(([name]) => !except.includes(name))
    .map(([name, text]) => (name ? `${name}: ${text}` : text));
}
