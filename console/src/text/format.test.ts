import { describe, expect, it } from 'vitest';
import { aZone } from '../stores/examples';
import {
  climb,
  coordinates,
  course,
  elapsed,
  labelHeight,
  shortName,
  uaTypeName,
  utcTime,
  verticalLimits,
  words,
} from './format';

describe('format', () => {
  it('names the hemisphere instead of a sign', () => {
    expect(coordinates({ lat: -33.8567844, lon: -70.5 })).toBe('33.85678° S 70.50000° W');
  });

  it('shows a course of 359.7° as north', () => {
    expect(course(359.7)).toBe('000°');
  });

  it.each([
    [0.01, 'level'],
    [2.5, '2.5 m/s climbing'],
    [-1, '1.0 m/s descending'],
  ])('says where a vertical speed of %d m/s leads', (mps, text) => {
    expect(climb(mps)).toBe(text);
  });

  it.each([
    [-5_000, '0 s'],
    [61_000, '1 min 1 s'],
    [3_600_000, '1 h 0 min'],
    [90_000_000, '1 d 1 h'],
  ])('tells %d ms in two units', (ms, text) => {
    expect(elapsed(ms)).toBe(text);
  });

  it('calls a time it cannot read unknown', () => {
    expect(utcTime('yesterday')).toBe('unknown');
  });

  it('shortens names from the left, where they are alike', () => {
    expect(shortName({ serial: '1581F4BND2245R00A1B2', droneId: 'serial:1' })).toBe('…00A1B2');
    expect(shortName({ droneId: 'addr:60:60:1F:4A:11:9C' })).toBe('…11:9C');
    expect(shortName({ droneId: 'caa:N123' })).toBe('N123');
  });

  it('never turns an unknown height into zero', () => {
    expect(labelHeight({ altitudes: {} })).toBe('height ?');
    expect(labelHeight({ heightM: 0, altitudes: {} })).toBe('0 m');
    expect(labelHeight({ altitudes: { geodeticM: 84.4 } })).toBe('84 m WGS84');
  });

  it('writes height limits with their datum', () => {
    const zone = aZone({ upperM: 120, upperDatum: 'AGL' });
    expect(verticalLimits(zone.properties)).toBe('ground to 120 m AGL');
    expect(verticalLimits(aZone().properties)).toBe('no vertical limits given');
  });

  it('names aircraft types after ASTM F3411 and admits reserved codes', () => {
    expect([2, 15, 16].map(uaTypeName)).toEqual([
      'Helicopter or multirotor',
      'Other',
      'Reserved code 16',
    ]);
  });

  it('turns codes into words', () => {
    expect(words('REQ_AUTHORISATION')).toBe('Req authorisation');
    expect(words('duty-officer')).toBe('Duty officer');
  });
});
