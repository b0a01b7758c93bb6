import type { Reply } from './api.ts';

declare global {
  namespace jest {
    interface Matchers<R> {
      /** The reply has exactly one error, with this code, and no data. With `path`, it blames that input. */
      toFailWith(code: string, path?: (string | number)[]): R;
      /** The reply has data and no error. */
      toSucceed(): R;
    }
  }
}

const shown = ({ status, data, errors }: Reply) => JSON.stringify({ status, data, errors }, null, 2);

expect.extend({
  toFailWith(reply: Reply, code: string, path?: (string | number)[]) {
    const [error, ...others] = reply.errors ?? [];
    const noData = Object.values(reply.data ?? {}).every((value) => value === null);
    const fields = error?.extensions.fields ?? [];
    const blamed = !path || fields.some((field) => JSON.stringify(field.path) === JSON.stringify(path));
    const pass = error?.extensions.code === code && others.length === 0 && noData && blamed;
    const wanted = path ? `${code} at ${path.join('.')}` : code;
    return { pass, message: () => `expected only ${wanted}, but got ${shown(reply)}` };
  },
  toSucceed(reply: Reply) {
    const pass = reply.errors === undefined && reply.data != null;
    return { pass, message: () => `expected data without errors, but got ${shown(reply)}` };
  },
});
