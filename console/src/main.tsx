import 'maplibre-gl/dist/maplibre-gl.css';
import './view/style.css';
import { render } from 'preact';
import { App } from './view/app';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
render(<App />, root);
