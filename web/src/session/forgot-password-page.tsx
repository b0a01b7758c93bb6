import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { asGuest } from '../api/session-links';
import { RequestPasswordResetDocument } from '../gql/graphql';
import { Form } from '../ui/form';
import { TextField } from '../ui/text-field';
import { usePageTitle } from '../ui/use-page-title';
import { useTask } from '../ui/use-task';

export function ForgotPasswordPage() {
  usePageTitle('Forgotten password');
  const [request] = useMutation(RequestPasswordResetDocument, { context: asGuest });
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState('');
  const { run, busy, problem } = useTask(async () => {
    await request({ variables: { email: email.trim() } });
    setSentTo(email.trim());
  });
  if (sentTo) {
    return (
      <>
        <h1>Look into your mail</h1>
        <p>
          If an account has the address {sentTo}, a link to set a new password is on its way there. It works
          for 30 minutes.
        </p>
      </>
    );
  }
  return (
    <>
      <h1>Forgotten password</h1>
      <Form onSubmit={run} problem={problem} fields={['email']}>
        <TextField
          label="Email"
          hint="You get a link to set a new password."
          type="email"
          value={email}
          onChange={setEmail}
          error={problem?.fields.email}
          autoComplete="email"
          aria-required
        />
        <div className="actions">
          <button type="submit" className="primary" aria-busy={busy}>
            Send the link
          </button>
        </div>
      </Form>
    </>
  );
}
