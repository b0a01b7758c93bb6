const width = 30;

/** Shows on standard output how far a long piece of work is: a bar on a terminal, a line every tenth elsewhere. */
export function createProgress(what: string, total: number): { step: () => void } {
  let done = 0;
  const { stdout } = process;
  return {
    step: () => {
      done += 1;
      const share = done / total;
      if (stdout.isTTY) {
        const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
        stdout.write(`\r${what} ${bar} ${done}/${total}${done === total ? '\n' : ''}`);
      } else if (done === total || Math.floor(share * 10) > Math.floor(((done - 1) / total) * 10)) {
        stdout.write(`${what} ${done}/${total}\n`);
      }
    },
  };
}
