import { expect, it } from '@jest/globals';
import { routesOf } from '#libs/web/access/routes.js';
import { openBulletinService } from './testing/bulletin-service.js';

it('every route of the service names the right that it needs', async () => {
  const service = await openBulletinService();
  try {
    const routes = routesOf(service.app).map(({ method, path, access }) => [
      `${method} ${path.replace('/operations/:operation/bulletins', '').replace('/:number/revisions/:revision', '#')}`,
      typeof access === 'object' ? access.action : access,
    ]);
    expect(Object.fromEntries(routes)).toEqual({
      'GET ': 'bulletin.read',
      'GET #': 'bulletin.read',
      'POST #/issue': 'bulletin.issue',
      'GET #/issue/proposal': 'bulletin.read-draft',
      'POST #/issue/proposal': 'bulletin.propose-issue',
      'POST #/issue/proposal/refusal': 'bulletin.issue',
      'POST #/issue/proposal/withdrawal': 'bulletin.propose-issue',
      'GET #/distribution': 'distribution.read',
      'GET #/distribution/countries/:country': 'distribution.read',
      'GET #/distribution/countries/:country/files/:file': 'distribution.read',
      'GET #/distribution/preview': 'bulletin.read-draft',
      'GET /operations/:operation/mailboxes/:country': 'distribution.read',
      'GET /operations/:operation/receipts': 'distribution.read',
      'POST #/distribution/countries/:country/acknowledge': 'distribution.acknowledge',
      'POST #/distribution/countries/:country/carried': 'distribution.resend',
      'POST #/distribution/countries/:country/refuse': 'distribution.acknowledge',
      'POST #/distribution/countries/:country/send-again': 'distribution.resend',
      'GET #/files/:file': 'bulletin.read',
      'GET #/files/manifest.json': 'bulletin.read',
      'GET #/files/manifest.jws': 'bulletin.read',
      'GET /keys': 'public',
      'GET /files/:sha256': 'bulletin.read',
      'GET #/preview.en.html': 'bulletin.read-draft',
      'GET #/preview.ru.html': 'bulletin.read-draft',
    });
  } finally {
    await service.close();
  }
});
