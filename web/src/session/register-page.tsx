import { useMutation } from '@apollo/client/react';
import { Navigate, useLocation } from 'react-router';
import { asGuest } from '../api/session-links';
import { RegisterDocument } from '../gql/graphql';
import { usePageTitle } from '../ui/use-page-title';
import { AccountForm } from './account-form';
import { returnPath } from './return-path';
import { beginSession } from './session-store';
import { useViewer } from './use-session';

export function RegisterPage() {
  usePageTitle('Register');
  const from = returnPath(useLocation());
  const [register] = useMutation(RegisterDocument, { context: asGuest });
  if (useViewer()) return <Navigate to={from} replace />;
  return (
    <>
      <h1>Register</h1>
      <AccountForm
        action="Register"
        onSubmit={async (input) => {
          const { data } = await register({ variables: { input } });
          if (data) beginSession(data.register);
        }}
      />
    </>
  );
}
