import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useApi } from '../support/api.ts';
import { readEnvironment, rootFolder } from '../support/environment.ts';
import { waitFor } from '../support/process.ts';

const DATA_DIR = mkdtempSync(join(readEnvironment().folder, 'guides-'));
const api = useApi({ DATA_DIR });

const guide = readFileSync(join(rootFolder, 'docs/guides/accounts.md'), 'utf8');
const blocks = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block);
/** What talks to the API; the others start the server. */
const examples = blocks.filter((block) => block.includes('graphql'));

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

describe('docs/guides/accounts.md', () => {
  it('has examples that work as they stand', async () => {
    const shell = new Shell();
    let mails = 0;
    try {
      for (const example of examples) {
        let script = example.replaceAll('http://127.0.0.1:4000', api.running.url);
        if (script.includes('the token from the link')) {
          mails += 1;
          script = script.replace('the token from the link', await mailToken(mails));
        }
        const output = await shell.run(script);
        expect({ example, output }).not.toEqual({ example, output: expect.stringContaining('"errors"') });
        const asks = example.split('\n').some((line) => line.startsWith('graphql '));
        if (asks) expect({ example, output }).toEqual({ example, output: expect.stringContaining('"data"') });
      }
    } finally {
      shell.close();
    }
    expect(mails).toBe(2);
    expect(examples.length).toBeGreaterThan(8);
  });
});
