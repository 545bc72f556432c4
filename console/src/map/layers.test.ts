import { describe, expect, it } from 'vitest';
import { aTrack, anAlert } from '../stores/examples';
import { emptyPicture, pictureReducer, type Picture, type PictureAction } from '../stores/picture';
import { boundsOfPicture } from './bounds';
import { dronesLayer } from './layers/drones-layer';
import { graticuleOf } from './layers/graticule-layer';
import { operatorsLayer } from './layers/operators-layer';

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

describe('boundsOfPicture', () => {
  it('holds drones and zones', () => {
    const picture = after(flying({ position: { lat: 61, lon: 5 } }), {
      type: 'zones/found',
      tiles: { version: '"1"', bounds: [10, 59, 11, 60] },
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
