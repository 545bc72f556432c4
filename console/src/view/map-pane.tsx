import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Credentials } from '../api/client';
import { messageOf } from '../api/problem';
import { AirMap } from '../map/air-map';
import type { Picture, Selection } from '../stores/picture';

interface Props {
  readonly mapRef: RefObject<AirMap | null>;
  readonly credentials: Credentials;
  readonly picture: Picture;
  readonly onSelect: (selection: Selection) => void;
}

/** The place on the page that the map lives in. */
export function MapPane({ mapRef, credentials, picture, onSelect }: Props): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    if (container.current === null) return undefined;
    try {
      const map = new AirMap(container.current, credentials, onSelect);
      mapRef.current = map;
      return () => {
        mapRef.current = null;
        map.remove();
      };
    } catch (cause) {
      setFailure(messageOf(cause));
      return undefined;
    }
  }, [mapRef, credentials, onSelect]);

  useEffect(() => mapRef.current?.show(picture), [mapRef, picture]);

  const isEmpty = picture.tracks.isLoaded && picture.tracks.byId.size === 0;
  return (
    <div class="map-pane">
      <div class="map" ref={container} />
      {failure !== undefined && (
        <p class="map-failure" role="alert">
          The map cannot be drawn (it needs WebGL 2). Alerts and drones are still listed. {failure}
        </p>
      )}
      {isEmpty && (
        <p class="map-empty">No drones in the air. They appear as soon as a sensor hears one.</p>
      )}
      <button type="button" class="fit" onClick={() => mapRef.current?.fit()}>
        Show all
      </button>
    </div>
  );
}
