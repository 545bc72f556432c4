import { describe, expect, it } from 'vitest';
import { aTrack } from '../stores/examples';
import { fieldsOf } from './track-fields';
import type { Track } from '../api/types';

function shown(track: Track, showsOperator = false): Map<string, string | undefined> {
  const fields = fieldsOf(track, showsOperator).flatMap((group) => group.fields);
  return new Map(fields.map(({ label, value }) => [label, value]));
}

describe('fieldsOf', () => {
  it('leaves unknown values undefined and keeps zeros', () => {
    const fields = shown(aTrack({ speedMps: 0, heightM: 0, heightReference: 'takeoff' }));
    expect(fields.get('Ground speed')).toBe('0.0 m/s (0 km/h)');
    expect(fields.get('Height above take-off')).toBe('0 m');
    expect(fields.has('Vertical speed')).toBe(true);
    expect(fields.get('Vertical speed')).toBeUndefined();
  });

  it('names the datum of each altitude', () => {
    const fields = shown(aTrack({ altitudes: { geodeticM: 135.5, pressureM: 90 } }));
    expect(fields.get('Altitude (WGS-84 ellipsoid)')).toBe('136 m');
    expect(fields.get('Pressure altitude (1013.25 hPa)')).toBe('90 m');
  });

  it('says when the reference of a height is unknown', () => {
    expect(shown(aTrack({ heightM: 5 })).get('Height above unknown reference')).toBe('5 m');
  });

  it('mentions the operator only to who may see it', () => {
    const track = aTrack({ operatorPosition: { lat: 59.9, lon: 10.7 } });
    expect(shown(track).has('Operator position')).toBe(false);
    expect(shown(track, true).get('Operator position')).toBe('59.90000° N 10.70000° E');
    expect(shown(aTrack(), true).get('Operator id')).toBeUndefined();
  });
});
