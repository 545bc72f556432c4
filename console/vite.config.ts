import { defineConfig } from 'vitest/config';
import { mockBackend } from './dev/mock/backend';

const backend = process.env['AIRWITNESS_URL'] ?? 'http://127.0.0.1:8080';

// The page goes straight to where Maven packs the jar from; `public` is the base map (basemap/build.mjs).
export default defineConfig(({ mode }) => ({
  plugins: mode === 'mock' ? [mockBackend()] : [],
  publicDir: 'target/public',
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1_300,
  },
  server: {
    proxy: mode === 'mock' ? {} : { '^/(api|oidc|console)/': backend },
  },
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
}));
