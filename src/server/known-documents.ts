import { createHash } from 'node:crypto';
import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type CompiledQuery, createCompiler } from './compiler.js';

/** A query that was parsed, validated and has come often enough to be compiled. */
type KnownDocument = {
  document: DocumentNode;
  /** The operation's name, if it has one. */
  name: string | undefined;
  run: CompiledQuery;
};

export type KnownDocuments = {
  /** Counts a use of a validated document; the compiled one when it is worth having one and there can be one. */
  use: (source: string, operationName: string | undefined, document: DocumentNode) => KnownDocument | null;
  /** A compiled document by its text. */
  find: (source: string, operationName: string | undefined) => KnownDocument | null;
  /** A compiled document by the SHA-256 of its text, in hex. */
  findByHash: (hash: string, operationName: string | undefined) => KnownDocument | null;
};

/** How often a document must have come before it is worth compiling: one that never comes again is not. */
const worthCompiling = 3;

/** Compiled, a long document takes seconds and memory that no cache counts; clients send short ones again and again. */
const mostCharacters = 10_000;

const mostBytes = 64 * 1024 * 1024;

/** Null stands for what cannot be compiled. */
type Entry = { uses: number; known: KnownDocument | null | undefined };

/** About what an entry takes: compiled documents are much larger than their text. */
const bytesOf = ({ known }: Entry, key: string): number =>
  known ? 20_000 + 200 * key.length : 200 + 2 * key.length;

export function createKnownDocuments(schema: GraphQLSchema): KnownDocuments {
  const compile = createCompiler(schema);
  const entries = new LRUCache<string, Entry>({ maxSize: mostBytes, sizeCalculation: bytesOf });
  const textKey = (source: string, operationName = '') => `text ${operationName} ${source}`;
  const hashKey = (hash: string, operationName = '') => `hash ${operationName} ${hash}`;

  const know = (document: DocumentNode, operationName: string | undefined): KnownDocument | null => {
    const run = compile(document, operationName);
    return run && { document, name: getOperationAST(document, operationName)?.name?.value, run };
  };

  return {
    use: (source, operationName, document) => {
      if (source.length > mostCharacters) return null;
      const key = textKey(source, operationName);
      const last = entries.get(key);
      if (last?.known !== undefined) return last.known;
      const uses = (last?.uses ?? 0) + 1;
      const known = uses < worthCompiling ? undefined : know(document, operationName);
      const entry = { uses, known };
      entries.set(key, entry);
      if (known)
        entries.set(hashKey(createHash('sha256').update(source).digest('hex'), operationName), entry);
      return known ?? null;
    },
    find: (source, operationName) => entries.get(textKey(source, operationName))?.known ?? null,
    findByHash: (hash, operationName) => entries.get(hashKey(hash, operationName))?.known ?? null,
  };
}
