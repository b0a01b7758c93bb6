import { useMutation } from '@apollo/client/react';
import { useNavigate, useSearchParams } from 'react-router';
import { asGuest } from '../api/session-links';
import { CreateFirstAdminDocument } from '../gql/graphql';
import { announce } from '../ui/status-message';
import { usePageTitle } from '../ui/use-page-title';
import { AccountForm } from './account-form';
import { beginSession } from './session-store';

/** Opened from the link that the server prints while there is no admin. */
export function SetupPage() {
  usePageTitle('Set up');
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const navigate = useNavigate();
  const [create] = useMutation(CreateFirstAdminDocument, { context: asGuest });
  return (
    <>
      <h1>Set up Inkstone</h1>
      <p>This makes the first admin, who manages users and everything else. The link works once.</p>
      <AccountForm
        action="Make the first admin"
        onSubmit={async (account) => {
          const { data } = await create({ variables: { input: { ...account, token } } });
          if (!data) return;
          beginSession(data.createFirstAdmin);
          announce('You are signed in as an admin.');
          await navigate('/', { replace: true });
        }}
      />
    </>
  );
}
