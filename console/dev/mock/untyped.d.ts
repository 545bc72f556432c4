declare module 'geojson-vt' {
  import type { FeatureCollection } from 'geojson';

  interface TileIndex {
    getTile(z: number, x: number, y: number): object | null;
  }
  export default function geojsonvt(data: FeatureCollection, options?: object): TileIndex;
}

declare module 'vt-pbf' {
  const vtpbf: {
    fromGeojsonVt(layers: Record<string, object>, options?: object): Uint8Array;
  };
  export default vtpbf;
}
