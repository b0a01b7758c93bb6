import { useState } from 'react';
import type { RegisterInput } from '../gql/graphql';
import { Form } from '../ui/form';
import { TextField } from '../ui/text-field';
import { useTask } from '../ui/use-task';

interface Props {
  /** What the button says. */
  action: string;
  onSubmit: (account: RegisterInput) => Promise<void>;
}

const empty = { username: '', password: '', email: '', displayName: '' };

/** What a new account has, whoever makes it. */
export function AccountForm({ action, onSubmit }: Props) {
  const [input, setInput] = useState(empty);
  const { run, busy, problem } = useTask(() => onSubmit(account(input)));
  /** What the four fields have in common. */
  const field = (name: keyof typeof empty) => ({
    value: input[name],
    onChange: (value: string) => setInput((before) => ({ ...before, [name]: value })),
    error: problem?.fields[name],
  });
  return (
    <Form onSubmit={run} problem={problem} fields={Object.keys(empty)}>
      <TextField
        label="Username"
        {...field('username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        aria-required
      />
      <TextField
        label="Password"
        hint="At least 8 characters. A few unrelated words make a good one."
        type="password"
        {...field('password')}
        autoComplete="new-password"
        aria-required
      />
      <TextField
        label="Email (optional)"
        hint="Without it, a forgotten password cannot be reset."
        type="email"
        {...field('email')}
        autoComplete="email"
      />
      <TextField
        label="Display name (optional)"
        hint="Shown with your posts in place of your username."
        {...field('displayName')}
        autoComplete="name"
      />
      <div className="actions">
        <button type="submit" className="primary" aria-busy={busy}>
          {action}
        </button>
      </div>
    </Form>
  );
}

/** An optional field that was left empty is not sent; a password is sent as typed. */
function account({ username, password, email, displayName }: typeof empty): RegisterInput {
  return {
    username: username.trim(),
    password,
    email: email.trim() || undefined,
    displayName: displayName.trim() || undefined,
  };
}
