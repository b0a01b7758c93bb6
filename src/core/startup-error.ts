/**
 * A reason not to start that the operator can mend: `message` says what failed and why, `mend` what to do.
 * Printed as it is, without a stack; the process exits with code 1.
 */
export class StartupError extends Error {
  constructor(
    message: string,
    readonly mend: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StartupError';
  }
}
