// Prints the path of the browser that came with the packages, unpacked into TMPDIR; a program of its own,
// because the package decides by the environment where and what it unpacks.
import chromium from '@sparticuz/chromium';

console.log(await chromium.executablePath());
