// Collects the licences of what is shipped with the pages into one file.

import fs from 'node:fs';
import path from 'node:path';

/** Text of every licence: npm packages that were bundled, Python packages that were packed, Python itself. */
export function licences({ live, sitePackages, inputs, libraries }) {
  const bundled = new Set(
    inputs.map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter(Boolean)
  );
  bundled.add('pyodide');
  const parts = [...bundled].sort().map((name) => {
    const folder = path.join(live, 'node_modules', name);
    const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return part(name, about.version, about.license, file(folder));
  });
  for (const name of libraries) {
    const folder = fs.readdirSync(sitePackages).find((entry) => entry.startsWith(`${name}-`) && entry.endsWith('.dist-info'));
    const version = folder.slice(name.length + 1, -'.dist-info'.length);
    const place = path.join(sitePackages, folder);
    parts.push(part(name, version, '', file(place) || file(path.join(place, 'licenses'))));
  }
  parts.push(part('Python', '', 'PSF-2.0', 'The standard library is © the Python Software Foundation: https://docs.python.org/3/license.html'));
  return parts.join('\n\n');
}

function file(folder) {
  if (!fs.existsSync(folder)) return '';
  const name = fs.readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry) && fs.statSync(path.join(folder, entry)).isFile());
  return name ? fs.readFileSync(path.join(folder, name), 'utf8').trim() : '';
}

function part(name, version, license, text) {
  return `== ${name} ${version}${license ? ` (${license})` : ''}\n\n${text || 'See the licence named above.'}`;
}
