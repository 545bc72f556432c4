import type { Restriction } from '../api/types';

/** The palette of the map. Saturated colours are kept for what the operator must act on. */
export const COLOURS = {
  water: '#0a1119',
  land: '#17222d',
  shore: '#2b3b4b',
  border: '#3a4a5b',
  graticule: '#22303d',
  graticuleText: '#4d6072',
  place: '#8496a8',
  halo: '#0a1119',
  text: '#d7e2ec',
  drone: '#5fd4f4',
  lost: '#7a8795',
  major: '#ffb02e',
  critical: '#ff4d4f',
  selected: '#ffffff',
  operator: '#c79bff',
} as const;

export const RESTRICTION_COLOURS: Readonly<Record<Restriction, string>> = {
  PROHIBITED: '#ff4d4f',
  REQ_AUTHORISATION: '#ff9d3c',
  CONDITIONAL: '#f2d55c',
  NO_RESTRICTION: '#4ec9a0',
};

/** Fonts of the machine: no glyph server is asked. */
export const FONT = ['Inter', 'Segoe UI', 'Roboto', 'Helvetica Neue', 'DejaVu Sans', 'sans-serif'];
