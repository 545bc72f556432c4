import { COLOURS } from './colours';
import { TONE_COLOURS, TONES, type Tone } from './tone';

const SIZE = 26;
const SCALE = 2;

/** A map image: square RGBA pixels, `SCALE` of them to a point. */
export interface SymbolImage {
  readonly name: string;
  readonly image: ImageData;
  readonly pixelRatio: number;
}

/** A drone with a known course points along it; without one it is a diamond. */
export function symbolName(tone: Tone, hasCourse: boolean): string {
  return `${tone}-${hasCourse ? 'arrow' : 'diamond'}`;
}

export function drawSymbols(): SymbolImage[] {
  return TONES.flatMap((tone) =>
    [true, false].map((hasCourse) => ({
      name: symbolName(tone, hasCourse),
      image: draw(hasCourse ? ARROW : DIAMOND, TONE_COLOURS[tone]),
      pixelRatio: SCALE,
    })),
  );
}

type Corners = readonly (readonly [x: number, y: number])[];

const ARROW: Corners = [
  [13, 3],
  [20.5, 21.5],
  [13, 17.5],
  [5.5, 21.5],
];

const DIAMOND: Corners = [
  [13, 5],
  [21, 13],
  [13, 21],
  [5, 13],
];

function draw(corners: Corners, colour: string): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE * SCALE;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser cannot draw on a canvas.');
  pen.scale(SCALE, SCALE);
  pen.beginPath();
  corners.forEach(([x, y]) => pen.lineTo(x, y));
  pen.closePath();
  pen.lineJoin = 'round';
  pen.lineWidth = 3;
  pen.strokeStyle = COLOURS.halo;
  pen.stroke();
  pen.fillStyle = colour;
  pen.fill();
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
