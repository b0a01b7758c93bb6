import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { isStrongSecret } from './core/secret-file.js';
import { signingAlgorithms } from './core/signing-key.js';
import { StartupError } from './core/startup-error.js';

const wholeNumber = (least: number, most: number, example: number) =>
  z
    .string()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}, for example ${example}`,
    )
    .transform(Number);

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

const origin = (text: string): string | null => {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
};

const listOf = (text: string): string[] => text.split(',').flatMap((part) => part.trim() || []);

/** An address, or a network that is not the whole internet. */
const isNetwork = (text: string): boolean =>
  ipaddr.isValid(text) || (ipaddr.isValidCIDR(text) && ipaddr.parseCIDR(text)[1] > 0);

const variables = z.object({
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65535, 4000).default(4000),
  PUBLIC_URL: z
    .string()
    .refine(
      (text) => origin(text) !== null && !/[?#@]/.test(text),
      'must be a full URL without ? and #, for example https://blog.example.org',
    )
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  SITE_TITLE: z.string().trim().max(100, 'must have at most 100 characters').default('Inkstone'),
  SITE_DESCRIPTION: z
    .string()
    .trim()
    .max(300, 'must have at most 300 characters')
    .default('Written with Inkstone.'),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((text) => resolve(text)),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''),
      'must look like postgresql://user:password@host:5432/database',
    )
    .optional(),
  JWT_ALGORITHM: oneOf(signingAlgorithms).default('HS256'),
  JWT_SECRET: z
    .string()
    .refine(
      isStrongSecret,
      'is too weak: at least 32 random characters, for example from: openssl rand -base64 48',
    )
    .optional(),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform(listOf)
    .refine(
      (origins) => origins.every((text) => origin(text) === text),
      'must be origins with commas between, for example https://app.example.org,http://localhost:5173',
    ),
  SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:\/\/[^/]/.test(text) && URL.canParse(text),
      'must look like smtps://user:password@host:465 or smtp://user:password@host:587',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (text) => /^([^<>\r\n]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(text),
      'must be an e-mail address, for example Inkstone <noreply@example.org>',
    )
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(listOf)
    .refine(
      (proxies) => proxies.every(isNetwork),
      'must be addresses or networks with commas between, for example 10.0.0.5,172.16.0.0/12',
    ),
  REDIS_URL: z
    .string()
    .refine(
      (text) => /^rediss?:$/.test(URL.parse(text)?.protocol ?? ''),
      'must look like redis://user:password@host:6379/0, or rediss:// with TLS',
    )
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,62}$/, 'must be the name of a bucket')
    .optional(),
  S3_ENDPOINT: z
    .string()
    .refine((text) => origin(text) !== null, 'must be a URL, for example https://s3.example.org')
    .optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PATH_STYLE: oneOf(['on', 'off']).default('off'),
  RATE_LIMIT_SCALE: wholeNumber(1, 1_000_000, 10).default(1),
  FAST_PATH: oneOf(['on', 'off']).default('on'),
  RESPONSE_CACHE: oneOf(['on', 'off']).default('on'),
  MAX_BODY_BYTES: wholeNumber(1_000, 10_000_000, 102_400).default(102_400),
  MAX_UPLOAD_BYTES: wholeNumber(1_000, 100_000_000, 16_777_216).default(16_777_216),
  IMAGE_QUOTA_BYTES: wholeNumber(1_000, Number.MAX_SAFE_INTEGER, 1_073_741_824).default(1_073_741_824),
  IMAGE_CACHE_BYTES: wholeNumber(0, Number.MAX_SAFE_INTEGER, 5_368_709_120).default(5_368_709_120),
});

/** Said together with the other mistakes, not after they are mended. */
const alwaysSaid = { when: () => true };

const settings = variables
  .refine(({ JWT_SECRET, JWT_ALGORITHM }) => !JWT_SECRET || JWT_ALGORITHM === 'HS256', {
    path: ['JWT_SECRET'],
    message: 'is for HS256 only: without it, keys are kept in DATA_DIR/keys',
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    path: ['MAIL_FROM'],
    message: 'must say who mails come from when SMTP_URL is set, for example Inkstone <noreply@example.org>',
    ...alwaysSaid,
  })
  .refine((given) => !given.S3_ACCESS_KEY_ID === !given.S3_SECRET_ACCESS_KEY, {
    path: ['S3_SECRET_ACCESS_KEY'],
    message: 'and S3_ACCESS_KEY_ID come together',
    ...alwaysSaid,
  });

/** The names of all environment variables that Inkstone reads. */
export const settingNames: readonly string[] = Object.keys(variables.shape);

/** How this process runs; read once, checked whole, frozen. */
export type Config = Readonly<z.infer<typeof settings>>;

/** Values that may hold a password are never printed, not even when they are wrong. */
const secretSettings = new Set([
  'DATABASE_URL',
  'JWT_SECRET',
  'SMTP_URL',
  'REDIS_URL',
  'S3_SECRET_ACCESS_KEY',
]);

function describe(issue: z.core.$ZodIssue, env: Record<string, string>): string {
  const name = String(issue.path[0]);
  const value = secretSettings.has(name) ? '(not shown)' : JSON.stringify(env[name] ?? '');
  return `  ${name}=${value} ${issue.message}`;
}

/** Reads the configuration; throws one StartupError that names every mistake and its mend. */
function readConfig(environment: NodeJS.ProcessEnv): Config {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = settings.safeParse(env);
  if (result.success) return Object.freeze(result.data);
  const lines = result.error.issues.map((issue) => describe(issue, env as Record<string, string>));
  throw new StartupError(
    `The configuration has ${lines.length === 1 ? 'a mistake' : `${lines.length} mistakes`}:\n${lines.join('\n')}`,
    'Correct the environment or the .env file; .env.example explains every variable.',
  );
}

/** Reads `.env` from the working directory, if there is one, and then the environment, which wins. */
export function loadConfig(): Config {
  try {
    process.loadEnvFile();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new StartupError(`.env cannot be read: ${message}`, 'Mend or remove it.');
  }
  return readConfig(process.env);
}
