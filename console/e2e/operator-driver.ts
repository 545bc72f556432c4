import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Generous: without a graphics card the map leaves little time for anything else. */
const PATIENCE = { timeout: 90_000 };
/** Small, for the same reason; without animation a flight of the map is a jump. */
const WINDOW = { viewport: { width: 1000, height: 640 }, reducedMotion: 'reduce' } as const;

/** Pixels from the middle of the map. */
const BESIDE = [
  [70, 0],
  [0, 70],
  [-70, 0],
  [0, -70],
] as const;

const isTrue = (): boolean => true;
const isFalse = (): boolean => false;

/** A person in front of the console: what they do and what they see. */
export class OperatorDriver {
  readonly foreignRequests: string[] = [];
  readonly errors: string[] = [];
  private readonly page: Page;

  private constructor(page: Page, home: string) {
    this.page = page;
    page.on('request', (request) => {
      const url = request.url();
      const isOurs = url.startsWith(home) || /^(blob|data):/.test(url);
      if (!isOurs) this.foreignRequests.push(url);
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async opensConsole(browser: Browser, url: string): Promise<OperatorDriver> {
    const page = await browser.newPage(WINDOW);
    page.setDefaultTimeout(PATIENCE.timeout);
    const driver = new OperatorDriver(page, url);
    await page.goto(url);
    return driver;
  }

  async signsInAs(user: string, role: string): Promise<void> {
    await this.button('Sign in').click();
    await this.page.getByLabel('User').fill(user);
    await this.page.getByLabel('Role').fill(role);
    await this.button('Sign in').click();
    await this.page.getByText(user).waitFor(PATIENCE);
  }

  async signsOut(): Promise<void> {
    await this.button('Sign out').click();
    await this.page.getByText('You are signed out').waitFor(PATIENCE);
  }

  async seesThatThePictureIs(state: 'Live' | 'Not live'): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: state }).waitFor(PATIENCE);
  }

  async seesAlert(zone: string, state: string): Promise<void> {
    await this.alert(zone).filter({ hasText: state }).first().waitFor(PATIENCE);
  }

  async acknowledges(zone: string): Promise<void> {
    await this.alert(zone).getByRole('button', { name: 'Acknowledge' }).first().click();
  }

  async cannotAcknowledge(zone: string): Promise<void> {
    expect(await this.alert(zone).getByRole('button', { name: 'Acknowledge' }).count()).toBe(0);
  }

  async choosesDrone(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).last().click();
    await this.panel(name).waitFor(PATIENCE);
  }

  async seesDroneMove(name: string): Promise<void> {
    const position = this.field(name, 'Latitude, longitude');
    const before = await position.textContent();
    await expect.poll(() => position.textContent(), PATIENCE).not.toBe(before);
  }

  async reads(drone: string, label: string): Promise<string | null> {
    return this.field(drone, label).textContent();
  }

  async seesNoField(drone: string, label: string): Promise<void> {
    expect(await this.field(drone, label).count()).toBe(0);
  }

  async closesPanel(name: string): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.panel(name).waitFor({ ...PATIENCE, state: 'detached' });
  }

  /** An alert brings its drone to the middle of the map: a click there finds it, or it is not drawn. */
  async findsDroneOfAlertOnTheMap(zone: string, name: string): Promise<void> {
    const findsIt = async (): Promise<boolean> => {
      await this.alert(zone).getByRole('button').first().click();
      await this.panel(name).waitFor();
      await this.closesPanel(name);
      await this.page.locator('.map canvas').click();
      return this.panel(name)
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        );
    };
    await expect.poll(findsIt, PATIENCE).toBe(true);
  }

  /** The drone of an alert is in the middle of the map and near its zone: a click beside it finds that. */
  async findsZoneOfAlertOnTheMap(zone: string): Promise<void> {
    const panel = this.page.getByRole('region', { name: zone });
    const findsIt = async (): Promise<boolean> => {
      await this.alert(zone).getByRole('button').first().click();
      const box = await this.page.locator('.map canvas').boundingBox();
      if (box === null) return false;
      for (const [right, down] of BESIDE) {
        await this.page.keyboard.press('Escape');
        const [x, y] = [box.x + box.width / 2 + right, box.y + box.height / 2 + down];
        await this.page.mouse.click(x, y);
        if (await panel.waitFor({ timeout: 5_000 }).then(isTrue, isFalse)) return true;
      }
      return false;
    };
    await expect.poll(findsIt, PATIENCE).toBe(true);
  }

  async readsOfZone(zone: string, label: string): Promise<string | null> {
    const fields = this.page.getByRole('region', { name: zone }).locator('dl div');
    return fields.filter({ hasText: label }).locator('dd').textContent();
  }

  async opensQuarantine(): Promise<void> {
    await this.button('Quarantine').click();
    await this.quarantine().waitFor(PATIENCE);
  }

  async seesRefused(count: number): Promise<void> {
    await expect.poll(() => this.quarantine().locator('tbody tr').count(), PATIENCE).toBe(count);
  }

  async searchesQuarantine(field: string, value: string): Promise<void> {
    await this.quarantine().getByLabel(field).fill(value);
    await this.quarantine().getByRole('button', { name: 'Search' }).click();
  }

  async resubmits(what: string): Promise<void> {
    await this.quarantine()
      .getByRole('button', { name: `Re-submit: ${what}` })
      .first()
      .click();
  }

  async resubmitsAllFound(): Promise<void> {
    await this.quarantine().getByRole('button', { name: 'Re-submit all found' }).click();
  }

  async seesOutcome(text: string): Promise<void> {
    await this.quarantine().getByRole('status').filter({ hasText: text }).waitFor(PATIENCE);
  }

  async cannotResubmit(): Promise<void> {
    expect(await this.quarantine().getByRole('button', { name: 'Re-submit' }).count()).toBe(0);
    expect(await this.quarantine().getByLabel('Text').count()).toBe(0);
  }

  async closesQuarantine(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.quarantine().waitFor({ ...PATIENCE, state: 'detached' });
  }

  async leaves(): Promise<void> {
    await this.page.close();
  }

  private button(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  private quarantine(): Locator {
    return this.page.getByRole('dialog', { name: 'Quarantine' });
  }

  private alert(zone: string): Locator {
    return this.page.locator('.alerts li').filter({ hasText: zone });
  }

  private panel(drone: string): Locator {
    return this.page.getByRole('region', { name: `Drone ${drone}` });
  }

  private field(drone: string, label: string): Locator {
    return this.panel(drone).locator('dl div').filter({ hasText: label }).locator('dd');
  }
}
