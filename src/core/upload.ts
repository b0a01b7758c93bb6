import { GraphQLError, GraphQLScalarType } from 'graphql';

/** A file that came with a request. */
export class Upload {
  readonly #bytes: () => Promise<Buffer>;

  /** `filename` is what the client calls it: any text at all. `sha256` is that of what it holds, in base64url. */
  constructor(
    readonly filename: string,
    readonly sha256: string,
    bytes: () => Promise<Buffer>,
  ) {
    this.#bytes = bytes;
  }

  /** What it holds; throws FILE_TOO_LARGE, or SERVICE_UNAVAILABLE when there was no room to keep it. */
  bytes(): Promise<Buffer> {
    return this.#bytes();
  }
}

const howTo = 'Send the file in a multipart request: see the graphql-multipart-request-spec.';

export const GraphQLUpload = new GraphQLScalarType<Upload, never>({
  name: 'Upload',
  description:
    'A file, sent as a part of a `multipart/form-data` request as the graphql-multipart-request-spec says, with the header `apollo-require-preflight`.',
  parseValue: (value) => {
    if (value instanceof Upload) return value;
    throw new GraphQLError(howTo);
  },
  parseLiteral: () => {
    throw new GraphQLError(howTo);
  },
  serialize: () => {
    throw new GraphQLError('Files are not answered.');
  },
});
