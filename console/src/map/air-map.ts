import maplibregl, {
  type GeoJSONSource,
  type RequestParameters,
  type StyleSpecification,
  type VectorTileSource,
} from 'maplibre-gl';
import type { Credentials } from '../api/client';
import type { Picture, Selection } from '../stores/picture';
import type { Position } from '../api/types';
import { boundsOfPicture } from './bounds';
import { collection, type PictureLayer, type Selectable } from './layer';
import { baseLayer } from './layers/base-layer';
import { dronesLayer } from './layers/drones-layer';
import { graticuleLayers, graticuleOf } from './layers/graticule-layer';
import { operatorsLayer } from './layers/operators-layer';
import { fetchPlaces, placesLayers } from './layers/places-layer';
import { trailsLayer } from './layers/trails-layer';
import { ZONE_TILES, ZONES, zonesLayer } from './layers/zones-layer';
import { drawSymbols } from './symbols';

/** Drawn in this order, the later above, and all above the zones. */
const PICTURE_LAYERS: readonly PictureLayer[] = [trailsLayer, operatorsLayer, dronesLayer];

/** What can be clicked, the topmost first. */
const SELECTABLE: readonly Selectable[] = [
  ...PICTURE_LAYERS.flatMap(({ selects }) => selects ?? []).reverse(),
  zonesLayer.selects,
];

const PANEL_WIDTH = 356;
const CLOSE_ZOOM = 13;
const FARTHEST_FIT_ZOOM = 13;

/** The map of the page: the only code that talks to MapLibre. */
export class AirMap {
  private readonly map: maplibregl.Map;
  private readonly drawn = new Map<PictureLayer, readonly unknown[]>();
  private picture: Picture | undefined;
  private zonesVersion: string | undefined;
  private selectedZone: string | undefined;
  private isReady = false;
  private hasFitted = false;

  constructor(
    container: HTMLElement,
    credentials: Credentials,
    onSelect: (selection: Selection) => void,
  ) {
    this.map = new maplibregl.Map({
      container,
      style: styleOf(PICTURE_LAYERS),
      center: [10.755, 59.905],
      zoom: 8.5,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: { compact: true },
      transformRequest: (url) => withToken(url, credentials),
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right');
    this.map.addControl(new maplibregl.ScaleControl({ unit: 'metric' }), 'bottom-left');
    this.map.on('load', () => this.ready());
    this.map.on('moveend', () => this.drawGraticule());
    this.map.on('click', ({ point }) => onSelect(this.selectionAt(point)));
    this.map.on('mousemove', ({ point }) => this.showPointer(point));
  }

  /** Draws what has changed since the last call. */
  show(picture: Picture): void {
    this.picture = picture;
    if (!this.isReady) return;
    this.drawZones(picture);
    PICTURE_LAYERS.forEach((layer) => this.draw(layer, picture));
    if (!this.hasFitted && picture.zones.tiles && picture.tracks.isLoaded) this.fit();
  }

  /** Brings everything in the picture into view. */
  fit(): void {
    const bounds = this.picture && boundsOfPicture(this.picture);
    this.hasFitted = true;
    if (bounds === undefined) return;
    this.map.fitBounds(bounds, { padding: 90, maxZoom: FARTHEST_FIT_ZOOM, duration: 800 });
  }

  flyTo({ lat, lon }: Position): void {
    const zoom = Math.max(this.map.getZoom(), CLOSE_ZOOM);
    this.map.flyTo({ center: [lon, lat], zoom, offset: this.besidePanel(), duration: 1200 });
  }

  /** Half the width that the panel of the selected drone takes, where that leaves room. */
  private besidePanel(): [number, number] {
    return this.map.getContainer().clientWidth > 900 ? [PANEL_WIDTH / 2, 0] : [0, 0];
  }

  remove(): void {
    this.map.remove();
  }

  private ready(): void {
    drawSymbols().forEach(({ name, image, pixelRatio }) =>
      this.map.addImage(name, image, { pixelRatio }),
    );
    this.isReady = true;
    this.drawGraticule();
    if (this.picture) this.show(this.picture);
    fetchPlaces().then(
      (places) => this.source('places').setData(places),
      (cause: unknown) => console.warn('No place names:', cause),
    );
  }

  /** Fetches the tiles again when zones have changed, and shows which one is selected. */
  private drawZones({ zones: { tiles }, selection }: Picture): void {
    if (this.zonesVersion !== undefined && tiles?.version !== this.zonesVersion) {
      this.map.getSource<VectorTileSource>(ZONES)?.setTiles([ZONE_TILES]);
    }
    this.zonesVersion = tiles?.version;
    const selected = selection?.kind === 'zone' ? selection.id : undefined;
    if (selected === this.selectedZone) return;
    if (this.selectedZone !== undefined) this.select(this.selectedZone, false);
    if (selected !== undefined) this.select(selected, true);
    this.selectedZone = selected;
  }

  private select(zone: string, selected: boolean): void {
    this.map.setFeatureState({ source: ZONES, sourceLayer: 'zones', id: zone }, { selected });
  }

  private draw(layer: PictureLayer, picture: Picture): void {
    const inputs = layer.inputs(picture);
    const before = this.drawn.get(layer);
    if (before !== undefined && inputs.every((input, i) => input === before[i])) return;
    this.drawn.set(layer, inputs);
    Object.entries(layer.draw(picture)).forEach(([name, data]) => this.source(name).setData(data));
  }

  private drawGraticule(): void {
    if (!this.isReady) return;
    const bounds = this.map.getBounds();
    const [west, south] = bounds.getSouthWest().toArray();
    const [east, north] = bounds.getNorthEast().toArray();
    this.source('graticule').setData(graticuleOf({ west, south, east, north }));
  }

  private source(name: string): GeoJSONSource {
    const source = this.map.getSource<GeoJSONSource>(name);
    if (source === undefined) throw new Error(`No map source ${name}`);
    return source;
  }

  /** What lies at a point. */
  private selectionAt(point: maplibregl.Point): Selection {
    if (!this.isReady) return undefined;
    for (const { layers, kind, property } of SELECTABLE) {
      const [hit] = this.map.queryRenderedFeatures(point, { layers: [...layers] });
      const id: unknown = hit?.properties[property];
      if (typeof id === 'string') return { kind, id };
    }
    return undefined;
  }

  private showPointer(point: maplibregl.Point): void {
    const isOverSomething = this.selectionAt(point) !== undefined;
    this.map.getCanvas().style.cursor = isOverSomething ? 'pointer' : '';
  }
}

/** The API wants the token of the user; the base map, whose files are public, does not get it. */
function withToken(url: string, credentials: Credentials): RequestParameters {
  return url.startsWith(`${location.origin}/api/`)
    ? { url, headers: { Authorization: `Bearer ${credentials.token() ?? ''}` } }
    : { url };
}

function styleOf(pictureLayers: readonly PictureLayer[]): StyleSpecification {
  const names = ['graticule', 'places', ...pictureLayers.flatMap(({ sourceNames }) => sourceNames)];
  const empty = names.map((name) => [name, { type: 'geojson', data: collection([]) }] as const);
  return {
    version: 8,
    sources: { ...baseLayer.sources, ...zonesLayer.sources, ...Object.fromEntries(empty) },
    layers: [
      ...baseLayer.layers,
      ...graticuleLayers,
      ...placesLayers,
      ...zonesLayer.layers,
      ...pictureLayers.flatMap(({ layers }) => layers),
    ],
  };
}
