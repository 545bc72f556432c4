import { chromium, type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from './chromium';
import { MockSystem } from './mock-system';
import { OperatorDriver } from './operator-driver';

const executablePath = findChromium();
if (executablePath === undefined) {
  console.warn('SKIPPED: the test of the console in a browser needs Chromium (or set CHROMIUM).');
}

describe.skipIf(executablePath === undefined)('The console', () => {
  const system = new MockSystem();
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: CHROMIUM_ARGS });
  });

  afterAll(async () => {
    await browser.close();
  });

  beforeEach(() => system.comesUp());
  afterEach(() => system.goesDown());

  it('lets a duty officer see a drone fly into a zone and acknowledge the alert', async () => {
    const officer = await OperatorDriver.opensConsole(browser, system.url);
    await officer.signsInAs('dana', 'duty-officer');
    await officer.seesThatThePictureIs('Live');

    await officer.choosesDrone('…00A1B2');
    await officer.seesDroneMove('…00A1B2');
    await officer.seesNoField('…00A1B2', 'Operator position');
    await officer.closesPanel('…00A1B2');

    await officer.seesAlert('Government quarter', 'Raised');
    await officer.acknowledges('Government quarter');
    await officer.seesAlert('Government quarter', 'Acknowledged');
    await officer.seesAlert('Government quarter', 'by dana');

    await officer.signsOut();
    expect(officer.errors).toEqual([]);
    expect(officer.foreignRequests).toEqual([]);
    await officer.leaves();
  });

  it('flies to the drone of an alert and shows it there', async () => {
    const investigator = await OperatorDriver.opensConsole(browser, system.url);
    await investigator.signsInAs('ines', 'investigator');
    await investigator.seesThatThePictureIs('Live');

    await investigator.seesAlert('Government quarter', 'Raised');
    await investigator.findsDroneOfAlertOnTheMap('Government quarter', '…00A1B2');

    expect(await investigator.reads('…00A1B2', 'Operator position')).toContain('N');
    expect(await investigator.reads('…00A1B2', 'Pressure altitude')).toBe('unknown');
    await investigator.leaves();
  });

  it('draws the zones from tiles and shows what is known of one', async () => {
    const viewer = await OperatorDriver.opensConsole(browser, system.url);
    await viewer.signsInAs('vera', 'viewer');
    await viewer.seesThatThePictureIs('Live');

    await viewer.seesAlert('Government quarter', 'Raised');
    await viewer.findsZoneOfAlertOnTheMap('Government quarter');

    expect(await viewer.readsOfZone('Government quarter', 'Height limits')).toBe(
      '0 m AGL to 300 m AMSL',
    );
    expect(viewer.errors).toEqual([]);
    await viewer.leaves();
  });

  it('lets an administrator get refused messages back', async () => {
    const admin = await OperatorDriver.opensConsole(browser, system.url);
    await admin.signsInAs('ada', 'agency-admin');
    await admin.opensQuarantine();
    await admin.seesRefused(3);

    await admin.resubmits('other-format of roof-1');
    await admin.seesOutcome('1 accepted, 0 known already, 0 refused again.');
    await admin.seesRefused(2);
    await admin.searchesQuarantine('Sensor', 'mast-2');
    await admin.seesRefused(1);
    await admin.resubmitsAllFound();
    await admin.seesOutcome('0 accepted, 0 known already, 1 refused again (hex-invalid).');
    await admin.searchesQuarantine('Sensor', 'nowhere');
    await admin.seesOutcome('Nothing found.');

    await admin.closesQuarantine();
    expect(admin.errors).toEqual([]);
    await admin.leaves();
  });

  it('lets a duty officer see what was refused, and no more', async () => {
    const officer = await OperatorDriver.opensConsole(browser, system.url);
    await officer.signsInAs('dana', 'duty-officer');
    await officer.opensQuarantine();
    await officer.seesRefused(3);

    await officer.cannotResubmit();
    await officer.leaves();
  });

  it('says that the picture is old while the system is down, and recovers', async () => {
    const viewer = await OperatorDriver.opensConsole(browser, system.url);
    await viewer.signsInAs('vera', 'viewer');
    await viewer.seesThatThePictureIs('Live');
    await viewer.choosesDrone('…00A1B2');

    await system.goesDown();
    await viewer.seesThatThePictureIs('Not live');
    await system.comesUp();
    await viewer.seesThatThePictureIs('Live');

    await viewer.seesDroneMove('…00A1B2');
    await viewer.seesAlert('Government quarter', 'Raised');
    await viewer.cannotAcknowledge('Government quarter');
    await viewer.leaves();
  });
});
