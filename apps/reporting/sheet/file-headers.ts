/** Headers of an answer that is a file to keep, never a page to show. */
export function fileHeaders(mediaType: string, name: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}
