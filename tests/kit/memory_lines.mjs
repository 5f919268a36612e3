// Runs the shell's memory for the tests: a line of JSON in, a line of JSON out.

import readline from 'node:readline';
import { codesOf, pack, unpack } from '../../book/kit/scorm/shell/memory.js';

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { names, kept, limit, text } = JSON.parse(line);
  const codes = codesOf(names);
  const answer = kept ? pack(kept, limit, codes) : unpack(text, codes);
  console.log(JSON.stringify({ answer, codes: codes.code.size }));
}
