import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { isStrongSecret, newSecret } from './secret-file.js';

export const signingAlgorithms = ['HS256', 'RS256', 'ES256'] as const;

export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/**
 * A key for signed tokens and the one algorithm that it is for. It is made of key objects: a text would be read anew
 * for each token, which takes fifty times as long as signing.
 */
export type SigningKey = { algorithm: SigningAlgorithm; signsWith: KeyObject; checksWith: KeyObject };

const leastRsaBits = 2048;

/** The text of a new key: a secret for HS256, a private key in PEM for the others. */
export function newKeyText(algorithm: SigningAlgorithm): string {
  if (algorithm === 'HS256') return newSecret();
  const { privateKey } =
    algorithm === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: leastRsaBits });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The key that a text holds; throws an Error that says what is wrong with it. */
export function parseKey(text: string): SigningKey {
  if (/^[\w+/=-]{43,}$/.test(text) && isStrongSecret(text)) return secretKey(text);
  const signsWith = privateKey(text);
  return { algorithm: algorithmOf(signsWith), signsWith, checksWith: createPublicKey(signsWith) };
}

function privateKey(text: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch (cause) {
    const wanted = 'a private key in PEM without a passphrase, or 32 random bytes in Base64';
    throw new Error(`it does not hold ${wanted}`, { cause });
  }
}

/** A key for HS256. */
export function secretKey(secret: string): SigningKey {
  const key = createSecretKey(Buffer.from(secret));
  return { algorithm: 'HS256', signsWith: key, checksWith: key };
}

function algorithmOf({
  asymmetricKeyType: type,
  asymmetricKeyDetails: details,
}: KeyObject): SigningAlgorithm {
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'ES256';
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= leastRsaBits) return 'RS256';
  throw new Error(`it is neither an RSA key of ${leastRsaBits} bits or more nor an EC key on P-256`);
}
