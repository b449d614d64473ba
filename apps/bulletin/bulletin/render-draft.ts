import { canonicalJson, sha256Hex } from '#libs/contracts/canonical-json.js';
import { type DaySnapshot } from '#libs/contracts/operation-day/day-snapshot.dto.js';
import { type Language } from '#libs/localization/language.js';
import { message } from '#libs/localization/messages.js';
import { checkFigures } from '../rendering/check-figures.js';
import { renderHtml } from '../rendering/html/render-html.js';
import { type RenderOptions } from '../rendering/rendering.types.js';
import { buildView } from '../rendering/view-model/build-view.js';
import { type BulletinView } from '../rendering/view-model/bulletin-view.types.js';

/**
 * The page as it would be issued, with "draft" in its title, at both markings and in the place of the issue instant, so
 * that no print of it can be taken for the bulletin.
 * @throws BulletinRenderingError when the snapshot's figures disagree
 */
export function renderDraft(snapshot: DaySnapshot, language: Language, options: RenderOptions): string {
  checkFigures(snapshot);
  const view = buildView(snapshot, sha256Hex(canonicalJson(snapshot)), language, options);
  return renderHtml(asDraft(view));
}

function asDraft(view: BulletinView): BulletinView {
  const draft = message(view.language, 'bulletin.draft');
  const issued = message(view.language, 'fact.issued');
  return {
    ...view,
    documentTitle: `${draft} · ${view.documentTitle}`,
    title: `${view.title} · ${draft}`,
    marking: `${draft} · ${view.marking}`,
    footer: `${draft} · ${view.footer}`,
    facts: view.facts.map((fact) => (fact.label === issued ? { ...fact, value: draft } : fact)),
  };
}
