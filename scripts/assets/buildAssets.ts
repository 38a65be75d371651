import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { compile, Logger } from 'sass';

/** Everything the assets are made of: when none of it changed, the last ones are taken. */
const sources = ['web/assets', 'scripts/assets', 'package-lock.json'];

/** Old ones are kept for a while: a program started before may still be serving them. */
const keptForMs = 24 * 3600 * 1000;

/** Builds the style sheet, scripts and icons of the pages unless that was done for exactly this code; gives their folder. */
export async function buildAssets(root: string): Promise<string> {
  const cache = path.join(root, 'node_modules', '.cache', 'web-assets');
  const folder = path.join(cache, fingerprint(root));
  if (fs.existsSync(path.join(folder, 'manifest.json'))) return folder;
  fs.mkdirSync(cache, { recursive: true });
  for (const name of fs.readdirSync(cache)) {
    const age = Date.now() - (fs.statSync(path.join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > keptForMs) fs.rmSync(path.join(cache, name), { recursive: true, force: true });
  }
  const draft = fs.mkdtempSync(`${folder}-`);
  writeAll(draft, collect(root));
  try {
    fs.renameSync(draft, folder);
  } catch {
    // Somebody beside us was first, with the same.
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** What is made, by plain name, in an order in which whatever names another comes after it. */
function collect(root: string): [name: string, content: Buffer][] {
  const own = path.join(root, 'web', 'assets');
  const packages = path.join(root, 'node_modules');
  const images = path.join(packages, '@ministryofjustice/frontend/moj/assets/images');
  const css = compile(path.join(own, 'pages.scss'), {
    loadPaths: [root],
    style: 'compressed',
    quietDeps: true,
    logger: Logger.silent,
  }).css;
  const wanted = new Set([...css.matchAll(/\/assets\/images\/([a-z-]+\.svg)/g)].map(([, name = '']) => name));
  const icons = [...wanted].filter((name) => fs.existsSync(path.join(images, name)));
  const read = (...parts: string[]) => fs.readFileSync(path.join(...parts));
  return [
    ...icons.map((name): [string, Buffer] => [`images/${name}`, read(images, name)]),
    ['icon.svg', read(own, 'icon.svg')],
    ['govuk-frontend.js', withoutMap(read(packages, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'))],
    ['moj-frontend.js', withoutMap(read(packages, '@ministryofjustice/frontend/moj/moj-frontend.min.js'))],
    ['pages.js', read(own, 'pages.js')],
    ['pages.css', Buffer.from(css)],
  ];
}

/** Writes each under a name with its hash, and puts these names where others refer to it. */
function writeAll(folder: string, assets: readonly [string, Buffer][]): void {
  const manifest: Record<string, string> = {};
  for (const [name, content] of assets) {
    const final = /\.(js|css)$/.test(name) ? Buffer.from(withBuiltNames(content.toString(), manifest)) : content;
    const { dir, name: stem, ext } = path.parse(name);
    const hash = createHash('sha256').update(final).digest('hex').slice(0, 16);
    const built = `${dir ? `${dir.replaceAll('/', '-')}-` : ''}${stem}-${hash}${ext}`;
    fs.writeFileSync(path.join(folder, built), final);
    fs.writeFileSync(path.join(folder, `${built}.gz`), zlib.gzipSync(final, { level: 9 }));
    fs.writeFileSync(path.join(folder, `${built}.br`), zlib.brotliCompressSync(final));
    manifest[name] = built;
  }
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest, undefined, 2));
}

function withBuiltNames(text: string, manifest: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\/assets\/([a-z0-9/-]+\.[a-z]+)/g, (whole, name: string) => {
    const built = manifest[name];
    return built === undefined ? whole : `/assets/${built}`;
  });
}

function withoutMap(script: Buffer): Buffer {
  return Buffer.from(script.toString().replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'));
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(path.join(root, source)))
      hash.update(path.relative(root, file)).update(fs.readFileSync(file));
  }
  return hash.digest('hex').slice(0, 24);
}

function filesOf(place: string): string[] {
  if (fs.statSync(place).isFile()) return [place];
  const names = fs.readdirSync(place, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => path.join(place, name)).filter((file) => fs.statSync(file).isFile());
}
