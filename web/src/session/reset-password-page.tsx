import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { asGuest } from '../api/session-links';
import { ResetPasswordDocument } from '../gql/graphql';
import { Form } from '../ui/form';
import { announce } from '../ui/status-message';
import { TextField } from '../ui/text-field';
import { usePageTitle } from '../ui/use-page-title';
import { useTask } from '../ui/use-task';
import { beginSession } from './session-store';

/** Where the link of a mail leads. */
export function ResetPasswordPage() {
  usePageTitle('New password');
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const token = parameters.get('token') ?? '';
  const [reset] = useMutation(ResetPasswordDocument, { context: asGuest });
  const [newPassword, setNewPassword] = useState('');
  const { run, busy, problem } = useTask(async () => {
    const { data } = await reset({ variables: { input: { token, newPassword } } });
    if (!data) return;
    beginSession(data.resetPassword);
    // The used link does not stay in the history.
    await navigate('/', { replace: true });
    announce('You have a new password and are signed in.');
  });
  return (
    <>
      <h1>New password</h1>
      <Form onSubmit={run} problem={problem} fields={['newPassword', 'token']}>
        {problem?.fields.token && (
          <p role="alert" className="alert">
            {problem.fields.token} <Link to="/forgot-password">Send me a new link</Link>
          </p>
        )}
        <TextField
          label="New password"
          hint="At least 8 characters. A few unrelated words make a good one."
          type="password"
          value={newPassword}
          onChange={setNewPassword}
          error={problem?.fields.newPassword}
          autoComplete="new-password"
          aria-required
        />
        <div className="actions">
          <button type="submit" className="primary" aria-busy={busy}>
            Set the password
          </button>
        </div>
      </Form>
    </>
  );
}
