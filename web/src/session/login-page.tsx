import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { asGuest } from '../api/session-links';
import { LoginDocument } from '../gql/graphql';
import { Form } from '../ui/form';
import { TextField } from '../ui/text-field';
import { usePageTitle } from '../ui/use-page-title';
import { useTask } from '../ui/use-task';
import { returnPath } from './return-path';
import { beginSession } from './session-store';
import { useViewer } from './use-session';

export function LoginPage() {
  usePageTitle('Sign in');
  const from = returnPath(useLocation());
  const [login] = useMutation(LoginDocument, { context: asGuest });
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const { run, busy, problem } = useTask(async () => {
    const { data } = await login({ variables: { input: { username: username.trim(), password } } });
    if (data) beginSession(data.login);
  });
  if (useViewer()) return <Navigate to={from} replace />;
  return (
    <>
      <h1>Sign in</h1>
      <Form onSubmit={run} problem={problem} fields={['username', 'password']}>
        <TextField
          label="Username"
          hint="The e-mail address of your account works as well."
          value={username}
          onChange={setUsername}
          error={problem?.fields.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          aria-required
        />
        <TextField
          label="Password"
          type="password"
          value={password}
          onChange={setPassword}
          error={problem?.fields.password}
          autoComplete="current-password"
          aria-required
        />
        <div className="actions">
          <button type="submit" className="primary" aria-busy={busy}>
            Sign in
          </button>
          <Link to="/forgot-password">Forgotten password?</Link>
        </div>
      </Form>
    </>
  );
}
