import type { SectionView } from '../bulletin-view.types.js';

/** A section of the annexes; what is not given is empty. */
export function section(
  id: string,
  heading: string,
  content: Partial<Omit<SectionView, 'id' | 'heading'>>,
): SectionView {
  return { id, heading, paragraphs: [], items: [], tables: [], figure: null, ...content };
}
