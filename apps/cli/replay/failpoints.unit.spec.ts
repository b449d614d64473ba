import { describe, expect, it } from '@jest/globals';
import { failpointsByService } from './failpoints.js';
import { ReplayInputError } from './replay.types.js';

describe('failpoints', () => {
  it('are sorted by service; several of one service are joined', () => {
    const given = ['reporting:relay.marked:kill:2', 'bulletin:x:kill:1', 'reporting:y:throw:1'];
    expect([...failpointsByService(given)]).toEqual([
      ['reporting', 'relay.marked:kill:2,y:throw:1'],
      ['bulletin', 'x:kill:1'],
    ]);
    expect(failpointsByService([]).size).toBe(0);
  });

  it.each(['relay.marked:kill:2', 'identity:x', 'reporting', 'reporting:', ''])('refuse %j', (text) => {
    expect(() => failpointsByService([text])).toThrow(ReplayInputError);
    expect(() => failpointsByService([text])).toThrow('reporting, coordination, bulletin');
  });
});
