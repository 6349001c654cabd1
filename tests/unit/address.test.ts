import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { addressesOf, drawQrCode, lanAddress } from '#server/address.ts';
import { greeting } from '#server/greeting.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
});

describe('the address in the local network', () => {
  test('is that of the first card that is neither the loopback nor a bridge', () => {
    expect(lanAddress({ lo: [at('127.0.0.1', true)], docker0: [at('172.17.0.1')], wlan0: [at('192.168.1.20')] })).toBe('192.168.1.20');
  });

  test('is that of a bridge where there is nothing else', () => {
    expect(lanAddress({ docker0: [at('172.17.0.1')] })).toBe('172.17.0.1');
  });

  test('is absent without a network', () => {
    expect(lanAddress({ lo: [at('127.0.0.1', true)] })).toBeNull();
  });
});

describe('the addresses that are printed', () => {
  test('are two for a host that listens everywhere', () => {
    expect(addressesOf('0.0.0.0', 3000, '10.0.0.7')).toEqual({ own: 'http://localhost:3000', lan: 'http://10.0.0.7:3000', isOpen: true });
  });

  test('are one for a host that listens on the loopback', () => {
    expect(addressesOf('127.0.0.1', 3000, '10.0.0.7')).toEqual({ own: 'http://127.0.0.1:3000', lan: null, isOpen: false });
  });

  test('put an IPv6 address in brackets', () => {
    expect(addressesOf('fd00::7', 3000, null)).toEqual({ own: 'http://[fd00::7]:3000', lan: 'http://[fd00::7]:3000', isOpen: true });
  });

  test('can be drawn for a terminal', async () => {
    const drawn = await drawQrCode('http://10.0.0.7:3000');
    expect(drawn.split('\n').length).toBeGreaterThan(10);
    const [first = ''] = drawn.split('\n');
    expect(first.startsWith('\x1b[30;47m') && first.endsWith('\x1b[0m')).toBe(true);
  });
});

const BUILD = { version: '1.2.3', build: '0a1b2c3d', node: '20.0.0' };

describe('the greeting', () => {
  test('has the address for this machine, the one for the local network, and the data folder', async () => {
    const said = await greeting(addressesOf('0.0.0.0', 3000, '10.0.0.7'), '/somewhere/data', null, BUILD);
    expect(said).toContain('ready at http://localhost:3000\n');
    expect(said).toContain('http://10.0.0.7:3000\n');
    expect(said).toContain('█');
    expect(said).toContain('/somewhere/data\n');
    expect(said).toContain('1.2.3 (0a1b2c3d)\n');
  });

  test('says why there is no address for the local network', async () => {
    expect(await greeting(addressesOf('127.0.0.1', 3000, '10.0.0.7'), 'data', null, BUILD)).toContain('HOST=0.0.0.0 opens it');
    expect(await greeting(addressesOf('0.0.0.0', 3000, null), 'data', null, BUILD)).toContain('no address there');
  });

  test('has the link by which the first account is made, where there is none', async () => {
    const addresses = addressesOf('0.0.0.0', 3000, '10.0.0.7');
    const said = await greeting(addresses, 'data', '/account-link/secret', BUILD);
    // The address of a class's phones first: the instructor's pages show the one by which they were opened.
    expect(/http:\S+\/account-link\/\S+/.exec(said)?.[0]).toBe('http://10.0.0.7:3000/account-link/secret');
    expect(said).toContain('\nhttp://localhost:3000/account-link/secret\n');
    expect(await greeting(addresses, 'data', null, BUILD)).not.toContain('account');
  });
});
