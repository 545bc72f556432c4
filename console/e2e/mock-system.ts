import { preview, type PreviewServer } from 'vite';

/** The built page and the mock backend on a port of the loopback interface. */
export class MockSystem {
  private server: PreviewServer | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  async comesUp(): Promise<void> {
    this.server = await preview({
      mode: 'mock',
      logLevel: 'error',
      preview: { host: '127.0.0.1', port: this.port, strictPort: this.port !== 0 },
    });
    const address = this.server.httpServer.address();
    if (address !== null && typeof address === 'object') this.port = address.port;
  }

  async goesDown(): Promise<void> {
    await this.server?.close();
  }
}
