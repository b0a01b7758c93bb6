import { ApolloProvider } from '@apollo/client/react';
import { lazy } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { createApolloClient } from './api/apollo-client';
import { HomePage } from './posts/home-page';
import { MyPostsPage } from './posts/my-posts-page';
import { PostPage } from './posts/post-page';
import { TagPage } from './posts/tag-page';
import { ForgotPasswordPage } from './session/forgot-password-page';
import { LoginPage } from './session/login-page';
import { RegisterPage } from './session/register-page';
import { RequireSession } from './session/require-session';
import { ResetPasswordPage } from './session/reset-password-page';
import { VerifyEmailPage } from './session/verify-email-page';
import { ErrorBoundary } from './ui/error-boundary';
import { Layout } from './ui/layout';
import { NotFoundPage } from './ui/not-found-page';

// Most visitors only read, so the editor comes when it is asked for.
const WritePage = lazy(async () => ({ default: (await import('./posts/write-page')).WritePage }));
const EditPage = lazy(async () => ({ default: (await import('./posts/edit-page')).EditPage }));
// Opened once in the life of a site.
const SetupPage = lazy(async () => ({ default: (await import('./session/setup-page')).SetupPage }));

const client = createApolloClient();

export function App() {
  return (
    <ErrorBoundary>
      <ApolloProvider client={client}>
        <BrowserRouter>
          <Routes>
            <Route element={<Layout />}>
              <Route index element={<HomePage />} />
              <Route path="posts/:slug" element={<PostPage />} />
              <Route path="tags/:slug" element={<TagPage />} />
              <Route path="register" element={<RegisterPage />} />
              <Route path="login" element={<LoginPage />} />
              <Route path="setup" element={<SetupPage />} />
              <Route path="forgot-password" element={<ForgotPasswordPage />} />
              <Route path="reset-password" element={<ResetPasswordPage />} />
              <Route path="verify-email" element={<VerifyEmailPage />} />
              <Route element={<RequireSession />}>
                <Route path="write" element={<WritePage />} />
                <Route path="posts/:slug/edit" element={<EditPage />} />
                <Route path="mine" element={<MyPostsPage />} />
              </Route>
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </ApolloProvider>
    </ErrorBoundary>
  );
}
