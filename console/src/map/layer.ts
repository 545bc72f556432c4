import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Picture, Selection } from '../stores/picture';

/** A layer that never changes: its sources and how they are drawn. */
export interface StaticLayer {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

/** A layer that draws a part of the picture. Everything in it is a pure function of the picture. */
export interface PictureLayer {
  /** Sources named here are GeoJSON and filled by `draw`. */
  readonly sourceNames: readonly string[];
  readonly layers: readonly LayerSpecification[];
  /** The parts of the picture it depends on: it is drawn again when one of them is another object. */
  readonly inputs: (picture: Picture) => readonly unknown[];
  readonly draw: (picture: Picture) => Readonly<Record<string, FeatureCollection>>;
  readonly selects?: Selectable;
}

/** Map layers that can be clicked, what their features select, and the property that names it. */
export interface Selectable {
  readonly layers: readonly string[];
  readonly kind: SelectionKind;
  readonly property: string;
}

type SelectionKind = NonNullable<Selection>['kind'];

/** The property of a feature that names what a click on it selects. */
export const SELECTS = 'selects';

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

export function feature(
  geometry: Geometry,
  properties: Record<string, string | number | boolean> = {},
): Feature {
  return { type: 'Feature', geometry, properties };
}

export function point({ lat, lon }: { lat: number; lon: number }): Geometry {
  return { type: 'Point', coordinates: [lon, lat] };
}
