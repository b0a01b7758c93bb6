import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { rootFolder } from './environment.ts';

/** Where the browser is unpacked: once a checkout. */
const folder = join(rootFolder, '.cache/browser');

function unpackBrowser(): string {
  mkdirSync(folder, { recursive: true });
  return execFileSync(process.execPath, [join(import.meta.dirname, 'unpack-browser.ts')], {
    encoding: 'utf8',
    cwd: rootFolder,
    // The runtime's name makes it unpack the shared libraries as well, which a bare machine lacks.
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x', NODE_OPTIONS: '' },
  }).trim();
}

/** The fonts that came with the browser are used beside the machine's, which may have none. */
function describeFonts(): string {
  const file = join(folder, 'fonts.conf');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`);
  writeFileSync(
    file,
    `<fontconfig>${folders.join('')}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  );
  return file;
}

/** A browser that remembers what pages complain about. */
export class TestBrowser {
  browser!: Browser;
  /** Errors of pages: exceptions, refused resources, violations of the content security policy. */
  readonly complaints: string[] = [];

  async start(): Promise<void> {
    this.browser = await chromium.launch({
      executablePath: unpackBrowser(),
      args: [
        '--no-sandbox',
        '--no-zygote',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
      env: {
        ...process.env,
        LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
        FONTCONFIG_FILE: describeFonts(),
      },
    });
  }

  /** A page with a storage of its own, as on another machine. */
  async newPage(baseURL: string): Promise<Page> {
    const context = await this.browser.newContext({ baseURL });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`exception: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== baseURL)
        this.complaints.push(`outside host: ${request.url()}`);
    });
    return page;
  }

  stop = (): Promise<void> => this.browser.close();
}

/** A browser for the tests of one file. */
export function useBrowser(): TestBrowser {
  const browser = new TestBrowser();
  beforeAll(() => browser.start(), 60_000);
  afterAll(() => browser.stop());
  return browser;
}
