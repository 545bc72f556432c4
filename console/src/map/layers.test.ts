import { describe, expect, it } from 'vitest';
import { aTrack, anAlert, aZone } from '../stores/examples';
import { emptyPicture, pictureReducer, type Picture, type PictureAction } from '../stores/picture';
import { boundsOfPicture } from './bounds';
import { labelPoint } from './label-point';
import { dronesLayer } from './layers/drones-layer';
import { graticuleOf } from './layers/graticule-layer';
import { operatorsLayer } from './layers/operators-layer';
import { zonesLayer } from './layers/zones-layer';

function after(...actions: PictureAction[]): Picture {
  return actions.reduce(pictureReducer, emptyPicture);
}

const flying = (fields = {}): PictureAction => ({
  type: 'tracks/received',
  tracks: [aTrack(fields)],
  nowMs: 0,
});

describe('dronesLayer', () => {
  it('draws an alerted drone in the colour of the alert', () => {
    const picture = after(flying({ courseDeg: 90 }), {
      type: 'alerts/received',
      alerts: [anAlert()],
    });
    const [drone] = dronesLayer.draw(picture)['drones']?.features ?? [];
    expect(drone?.properties).toMatchObject({
      symbol: 'critical-arrow',
      course: 90,
      alerted: true,
    });
  });

  it('draws a drone without course as a diamond', () => {
    const [drone] = dronesLayer.draw(after(flying()))['drones']?.features ?? [];
    expect(drone?.properties).toMatchObject({
      symbol: 'drone-diamond',
      figures: 'height ?  speed ?',
    });
  });

  it('leaves out a drone without position', () => {
    const { position: _, ...unknown } = aTrack();
    const picture = after({ type: 'tracks/received', tracks: [unknown], nowMs: 0 });
    expect(dronesLayer.draw(picture)['drones']?.features).toEqual([]);
  });
});

describe('operatorsLayer', () => {
  it('is empty while no operator position is known', () => {
    expect(operatorsLayer.draw(after(flying()))['operators']?.features).toEqual([]);
  });

  it('joins the operator to the drone', () => {
    const picture = after(flying({ operatorPosition: { lat: 59, lon: 10 } }));
    const types = operatorsLayer.draw(picture)['operators']?.features.map((f) => f.geometry.type);
    expect(types).toEqual(['Point', 'LineString']);
  });
});

describe('zonesLayer', () => {
  it('names a zone and its limits at its middle', () => {
    const picture = after({
      type: 'zones/listed',
      zones: [aZone({ upperM: 120, upperDatum: 'AGL' })],
    });
    const [label] = zonesLayer.draw(picture)['zone-labels']?.features ?? [];
    expect(label?.geometry).toEqual({ type: 'Point', coordinates: [10.5, 59.5] });
    expect(label?.properties).toMatchObject({ name: 'Palace', limits: 'ground to 120 m AGL' });
  });
});

describe('labelPoint', () => {
  it('lies in the largest part of an area', () => {
    const square = aZone().geometry.coordinates as [number, number][][];
    const speck = [
      [
        [0, 0],
        [0.1, 0],
        [0, 0.1],
        [0, 0],
      ],
    ];
    expect(labelPoint({ type: 'MultiPolygon', coordinates: [speck, square] })).toEqual({
      lat: 59.5,
      lon: 10.5,
    });
  });

  it('is the corner of an area without extent', () => {
    const flat = [
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    ];
    expect(labelPoint({ type: 'Polygon', coordinates: flat })).toEqual({ lat: 2, lon: 1 });
  });
});

describe('boundsOfPicture', () => {
  it('holds drones and zones', () => {
    const picture = after(flying({ position: { lat: 61, lon: 5 } }), {
      type: 'zones/listed',
      zones: [aZone()],
    });
    expect(boundsOfPicture(picture)).toEqual([5, 59, 11, 61]);
  });

  it('is undefined for an empty picture', () => {
    expect(boundsOfPicture(emptyPicture)).toBeUndefined();
  });
});

describe('graticuleOf', () => {
  it('labels lines at round distances with as many decimals as they need', () => {
    const view = { west: 10.6, south: 59.85, east: 10.9, north: 59.95 };
    const labels = graticuleOf(view).features.map(({ properties }) =>
      String(properties?.['label']),
    );
    expect(labels).toContain('10.75° E');
    expect(labels).toContain('59.90° N');
  });
});
