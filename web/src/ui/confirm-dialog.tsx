import { type ReactNode, useEffect, useId, useRef } from 'react';
import { ProblemAlert } from './problem-alert';
import type { Task } from './use-task';

interface Props {
  title: string;
  /** What the button says that does it. */
  action: string;
  task: Task<[]>;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something is done that cannot be undone. */
export function ConfirmDialog({ title, action, task, onClose, children }: Props) {
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
      <ProblemAlert problem={task.problem} />
      <div className="actions">
        <button type="button" className="danger" aria-busy={task.busy} onClick={task.run}>
          {action}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}
