import { createHash } from 'node:crypto';
import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** A query that was parsed, validated and has come often enough to be compiled. */
type KnownDocument = {
  document: DocumentNode;
  /** The operation's name, if it has one. */
  name: string | undefined;
  run: CompiledQuery['query'];
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

/** Characters of text that are kept. */
const mostCharacters = 10_000_000;

type Entry = { uses: number; known?: KnownDocument | null };

export function createKnownDocuments(schema: GraphQLSchema): KnownDocuments {
  const entries = new LRUCache<string, Entry>({
    maxSize: mostCharacters,
    sizeCalculation: (_entry, key) => key.length + 1,
  });
  const textKey = (source: string, operationName = '') => `text ${operationName} ${source}`;
  const hashKey = (hash: string, operationName = '') => `hash ${operationName} ${hash}`;

  return {
    use: (source, operationName, document) => {
      const key = textKey(source, operationName);
      const entry = entries.get(key) ?? { uses: 0 };
      entry.uses += 1;
      if (entry.uses === worthCompiling) {
        entry.known = compile(schema, document, operationName);
        entries.set(hashKey(createHash('sha256').update(source).digest('hex'), operationName), entry);
      }
      entries.set(key, entry);
      return entry.known ?? null;
    },
    find: (source, operationName) => entries.get(textKey(source, operationName))?.known ?? null,
    findByHash: (hash, operationName) => entries.get(hashKey(hash, operationName))?.known ?? null,
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): KnownDocument | null {
  const compiled = compileQuery(schema, document, operationName ?? '');
  if (!isCompiledQuery(compiled)) return null;
  const name = getOperationAST(document, operationName)?.name?.value;
  return { document, name, run: compiled.query };
}
