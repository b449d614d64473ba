import { loadReferenceData } from '#libs/reference/reference-data.js';
import { defaultReferenceFolder } from '#libs/reference/reference-folder.js';
import type { RenderOptions } from '../rendering/rendering.types.js';

/** The product's reference data and a fixed instant of issue. */
export const RENDER_OPTIONS: RenderOptions = {
  issuedAt: '2017-09-06T04:42:00Z',
  referenceData: loadReferenceData(defaultReferenceFolder()),
  rendererVersion: '1.0.0',
};
