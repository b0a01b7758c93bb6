import { useState } from 'react';
import { Form } from '../ui/form';
import { TextArea } from '../ui/text-field';
import { useTask } from '../ui/use-task';

interface Props {
  label: string;
  button: string;
  text?: string;
  save: (body: string) => Promise<void>;
  onDone?: () => void;
}

/** A text is kept until it is saved. */
export function CommentForm({ label, button, text = '', save, onDone }: Props) {
  const [body, setBody] = useState(text);
  const { run, busy, problem } = useTask(async () => {
    await save(body);
    setBody('');
    onDone?.();
  });
  return (
    <Form onSubmit={run} problem={problem} fields={['body']}>
      <TextArea
        label={label}
        value={body}
        onChange={setBody}
        error={problem?.fields.body}
        rows={4}
        lang=""
        dir="auto"
        aria-required
      />
      <div className="actions">
        <button type="submit" className="primary" aria-busy={busy}>
          {button}
        </button>
        {onDone && (
          <button type="button" onClick={onDone}>
            Cancel
          </button>
        )}
      </div>
    </Form>
  );
}
