// Puts compressed twins (.br, .gz) beside built files, for a server to send in their place: once, at the strongest
// setting, instead of at every request. Leaves out what is small, what does not shrink, and pages made per response.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const text = /\.(js|css|svg|txt|json)$/;
/** Below one network packet nothing is won. */
const bytesMin = 1400;

/** How many bytes a browser would load without and with it. */
export function precompress(folder) {
  const bytes = { plain: 0, brotli: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !text.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const plain = readFileSync(path);
    if (plain.length < bytesMin) continue;
    const brotli = brotliCompressSync(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    });
    const gzip = gzipSync(plain, { level: 9 });
    if (brotli.length < plain.length) writeFileSync(`${path}.br`, brotli);
    if (gzip.length < plain.length) writeFileSync(`${path}.gz`, gzip);
    bytes.plain += plain.length;
    bytes.brotli += Math.min(brotli.length, plain.length);
  }
  return bytes;
}
