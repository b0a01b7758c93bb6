import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import type { Problem } from '../api/problem';
import { ProblemAlert } from './problem-alert';

interface Props {
  onSubmit?: () => void;
  problem: Problem | null;
  /** The input fields that show their own messages; whatever is about others stands above the form. */
  fields: readonly string[];
  children: ReactNode;
}

/** The server is the one judge of what is valid, so the browser's own checks are off. */
export function Form({ onSubmit, problem, fields, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problem]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <ProblemAlert problem={problem} except={fields} />
      {children}
    </form>
  );
}
