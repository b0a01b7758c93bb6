import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { asGuest } from '../api/session-links';
import { RequestEmailVerificationDocument, VerifyEmailDocument } from '../gql/graphql';
import { Form } from '../ui/form';
import { announce } from '../ui/status-message';
import { usePageTitle } from '../ui/use-page-title';
import { useTask } from '../ui/use-task';
import { useViewer } from './use-session';

/** Where the link of a mail leads. It asks for a click, because programs that check mails open links too. */
export function VerifyEmailPage() {
  usePageTitle('Confirm your email');
  const [parameters] = useSearchParams();
  const token = parameters.get('token') ?? '';
  const [verify] = useMutation(VerifyEmailDocument, { context: asGuest });
  const [done, setDone] = useState(false);
  const { run, busy, problem } = useTask(async () => {
    await verify({ variables: { token } });
    setDone(true);
  });
  if (done) return <Confirmed />;
  return (
    <>
      <h1>Confirm your email</h1>
      <Form onSubmit={run} problem={problem} fields={['token']}>
        {problem?.fields.token && <DeadLink message={problem.fields.token} />}
        <div className="actions">
          <button type="submit" className="primary" aria-busy={busy}>
            Confirm
          </button>
        </div>
      </Form>
    </>
  );
}

function Confirmed() {
  return (
    <>
      <h1>Your email is confirmed</h1>
      <p>
        Thank you. <Link to="/">To the posts</Link>
      </p>
    </>
  );
}

function DeadLink({ message }: { message: string }) {
  const viewer = useViewer();
  const [request] = useMutation(RequestEmailVerificationDocument);
  const { run, busy } = useTask(async () => {
    const { data } = await request();
    announce(data?.requestEmailVerification ? 'Another mail is on its way.' : 'There is nothing to confirm.');
  });
  return (
    <div role="alert" className="alert">
      <p>{message}</p>
      {viewer && (
        <button type="button" aria-busy={busy} onClick={run}>
          Send another mail
        </button>
      )}
    </div>
  );
}
