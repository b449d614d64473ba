/**
 * Version of the renderer, printed in bulletins and kept with them. Raise it with every change of what is printed, also
 * by other fonts or another typesetter: the bytes of a bulletin follow from its snapshot, its instant of issue, the
 * version of the reference data and this version alone. `golden/fingerprints.json` holds it to that.
 */
export const RENDERER_VERSION = '4';
