import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { asGuest } from '../api/session-links';
import { RegisterDocument } from '../gql/graphql';
import { Form } from '../ui/form';
import { TextField } from '../ui/text-field';
import { usePageTitle } from '../ui/use-page-title';
import { useTask } from '../ui/use-task';
import { returnPath } from './return-path';
import { beginSession } from './session-store';
import { useViewer } from './use-session';

const empty = { username: '', password: '', email: '', displayName: '' };

export function RegisterPage() {
  usePageTitle('Register');
  const from = returnPath(useLocation());
  const [register] = useMutation(RegisterDocument, { context: asGuest });
  const [input, setInput] = useState(empty);
  const { run, busy, problem } = useTask(async () => {
    const { data } = await register({ variables: { input: registration(input) } });
    if (data) beginSession(data.register);
  });
  /** What the four fields have in common. */
  const field = (name: keyof typeof empty) => ({
    value: input[name],
    onChange: (value: string) => setInput((before) => ({ ...before, [name]: value })),
    error: problem?.fields[name],
  });
  if (useViewer()) return <Navigate to={from} replace />;
  return (
    <>
      <h1>Register</h1>
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
            Register
          </button>
        </div>
      </Form>
    </>
  );
}

/** An optional field that was left empty is not sent; a password is sent as typed. */
function registration({ username, password, email, displayName }: typeof empty) {
  return {
    username: username.trim(),
    password,
    email: email.trim() || undefined,
    displayName: displayName.trim() || undefined,
  };
}
