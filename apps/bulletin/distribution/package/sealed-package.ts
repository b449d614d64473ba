import { Injectable } from '@nestjs/common';
import { sha256Hex } from '#libs/contracts/canonical-json.js';
import { LANGUAGES } from '#libs/localization/language.js';
import { ProblemError } from '#libs/web/problem.js';
import { type BulletinRecord } from '../../bulletin/bulletin.records.js';
import { BulletinRepository } from '../../bulletin/bulletin.repository.js';
import { downloadName, downloadStem } from '../../bulletin/file-headers.js';
import { BulletinSigner } from '../../signing/bulletin-signer.js';
import { ManifestRepository } from '../../signing/manifest.repository.js';
import { CoverSheets } from './cover-sheets.js';
import { packageReadme } from './package-readme.js';
import { zip, type ZipEntry } from './zip.js';

/**
 * Everything of an issued bulletin for one country in one archive, to be carried by hand. The same bulletin, country and
 * published keys give the same bytes.
 */
@Injectable()
export class SealedPackage {
  constructor(
    private readonly bulletins: BulletinRepository,
    private readonly manifests: ManifestRepository,
    private readonly signer: BulletinSigner,
    private readonly coverSheets: CoverSheets,
  ) {}

  /** @throws ProblemError 404 `bulletin-unsigned`, `delivery-unknown` and those of a cover sheet */
  async make(bulletin: BulletinRecord, country: string): Promise<Buffer> {
    const coverSheets = await this.coverSheetFiles(bulletin, country);
    const entries = [
      ...(await this.bulletinFiles(bulletin)),
      ...(await this.signedFiles(bulletin)),
      ...coverSheets,
      ...readmes(bulletin, country),
    ].sort((a, b) => (a.name < b.name ? -1 : 1));
    const sums = entries.map(({ name, bytes }) => `${sha256Hex(bytes)}  ${name}\n`).join('');
    return zip([...entries, { name: 'SHA256SUMS', bytes: Buffer.from(sums, 'ascii') }]);
  }

  private async bulletinFiles(bulletin: BulletinRecord): Promise<ZipEntry[]> {
    const entries: ZipEntry[] = [];
    for (const { language, format } of await this.bulletins.files(bulletin)) {
      const file = await this.bulletins.file(bulletin, language, format);
      if (file) entries.push({ name: downloadName({ ...bulletin, language, format }), bytes: file.bytes });
    }
    return entries;
  }

  private async signedFiles(bulletin: BulletinRecord): Promise<ZipEntry[]> {
    const signed = await this.manifests.find(bulletin);
    const { number, revision } = bulletin;
    if (!signed) throw new ProblemError(404, 'bulletin-unsigned', { number, revision });
    const stem = downloadStem(bulletin);
    const keys = `${JSON.stringify(await this.signer.published(), null, 2)}\n`;
    return [
      { name: `${stem}.manifest.json`, bytes: signed.manifest },
      { name: `${stem}.manifest.jws`, bytes: Buffer.from(signed.signature, 'ascii') },
      { name: 'keys.json', bytes: Buffer.from(keys, 'utf8') },
    ];
  }

  private async coverSheetFiles(bulletin: BulletinRecord, country: string): Promise<ZipEntry[]> {
    const pdfs = await this.coverSheets.pdfs(bulletin, country);
    const pages = await Promise.all(
      LANGUAGES.map((language) => this.coverSheets.page(bulletin, country, language)),
    );
    return LANGUAGES.flatMap((language, place) => [
      { name: `cover-sheet.${language}.html`, bytes: pages[place] ?? Buffer.alloc(0) },
      { name: `cover-sheet.${language}.pdf`, bytes: pdfs[place] ?? Buffer.alloc(0) },
    ]);
  }
}

/** With line ends that every editor shows. */
function readmes(bulletin: BulletinRecord, country: string): ZipEntry[] {
  const { number, revision, operation, keyId, manifestHash } = bulletin;
  const facts = { number, revision, operation, country, stem: downloadStem(bulletin) };
  return LANGUAGES.map((language) => {
    const text = packageReadme({ ...facts, keyId: keyId ?? '', hash: manifestHash ?? '' }, language);
    return { name: `README.${language}.txt`, bytes: Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8') };
  });
}
