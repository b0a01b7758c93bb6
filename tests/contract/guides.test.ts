import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useApi } from '../support/api.ts';
import { readEnvironment, rootFolder } from '../support/environment.ts';
import { waitFor } from '../support/process.ts';

const DATA_DIR = mkdtempSync(join(readEnvironment().folder, 'guides-'));
const api = useApi({ DATA_DIR });

/** The examples of a guide that talk to the API; others start the server. */
function examplesOf(guide: string): string[] {
  const text = readFileSync(join(rootFolder, 'docs/guides', guide), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block);
  return blocks.filter((block) => block.includes('graphql'));
}

/** A shell that keeps its variables from one example to the next. */
class Shell {
  private readonly process: ChildProcess = spawn('bash', [], { stdio: ['pipe', 'pipe', 'inherit'] });
  private output = '';
  private runs = 0;

  constructor() {
    this.process.stdout?.on('data', (chunk) => {
      this.output += chunk;
    });
  }

  async run(script: string): Promise<string> {
    this.output = '';
    this.runs += 1;
    const end = `done ${this.runs}\n`;
    this.process.stdin?.write(`${script}\necho "${end.trim()}"\n`);
    return waitFor(() => (this.output.endsWith(end) ? this.output.slice(0, -end.length) : undefined));
  }

  close(): void {
    this.process.kill();
  }
}

/** The newest link that came by mail, once there are so many mails. */
const mailToken = (count: number): Promise<string> =>
  waitFor(() => {
    const folder = join(DATA_DIR, 'mail');
    const mails = readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name.endsWith('.eml'))
      .map(({ name }) => readFileSync(join(folder, name), 'utf8').replace(/=\r?\n/g, ''))
      .filter((mail) => /\?token=(3D)?[\w-]/.test(mail));
    return mails.length >= count ? /\?token=(?:3D)?([\w-]{43})/.exec(mails.at(-1) ?? '')?.[1] : undefined;
  });

/** Runs examples one after the other; what asks must be answered without errors. */
async function runExamples(examples: string[], prepare = async (example: string) => example): Promise<void> {
  const shell = new Shell();
  try {
    for (const example of examples) {
      const script = await prepare(example.replaceAll('http://127.0.0.1:4000', api.running.url));
      const output = await shell.run(script);
      expect({ example, output }).not.toEqual({ example, output: expect.stringContaining('"errors"') });
      const asks = example.split('\n').some((line) => line.startsWith('graphql '));
      if (asks) expect({ example, output }).toEqual({ example, output: expect.stringContaining('"data"') });
    }
  } finally {
    shell.close();
  }
}

describe('docs/guides/accounts.md', () => {
  it('has examples that work as they stand', async () => {
    const examples = examplesOf('accounts.md');
    let mails = 0;
    await runExamples(examples, async (example) => {
      if (!example.includes('the token from the link')) return example;
      mails += 1;
      return example.replace('the token from the link', await mailToken(mails));
    });
    expect(mails).toBe(2);
    expect(examples.length).toBeGreaterThan(8);
  });
});

describe('docs/guides/publishing.md', () => {
  it('has examples that work as they stand', async () => {
    const [functions = ''] = examplesOf('accounts.md');
    const [writer, editor] = [await api.make.user(), await api.make.user({ role: 'EDITOR' })];
    const tokens = `TOKEN=${writer.token}; EDITOR=${editor.token}`;
    const examples = examplesOf('publishing.md');
    await runExamples([functions, tokens, ...examples]);
    expect(examples.length).toBeGreaterThan(4);
  });
});
