import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** Shown in place of the children when they cannot be rendered. */
  fallback?: ReactNode;
}

/** A bug, or a part of the page that could not be loaded, leaves a way out instead of an empty screen. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? (this.props.fallback ?? <Broken />) : this.props.children;
  }
}

function Broken() {
  return (
    <main className="page" role="alert">
      <h1>This page could not be shown</h1>
      <p>Unsaved text is kept in this browser. Reloading the page usually helps.</p>
      <button type="button" className="primary" onClick={() => window.location.reload()}>
        Reload
      </button>
    </main>
  );
}
