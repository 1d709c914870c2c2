import { isAbsolute, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_FOLDER, readConfig } from './config.ts';
import { WallchartError } from '../domain/errors.ts';

const outside = (): boolean => false;
const inside = (): boolean => true;

describe('readConfig', () => {
  it('needs no setting', () => {
    expect(readConfig({}, outside)).toEqual({
      host: '127.0.0.1',
      port: 4000,
      databaseUrl: null,
      dataDir: join(PROJECT_FOLDER, 'data'),
      logLevel: 'info',
      logSql: false,
      stopSeconds: 6,
      samples: true,
    });
  });

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('listens on %s', (host) => {
    expect(readConfig({ HOST: host }, outside).host).toBe(host);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.org', '127.0.0.1.example.org'])(
    'refuses to listen on %s and says why',
    (HOST) => {
      expect(() => readConfig({ HOST }, outside)).toThrow(/no sign-in yet/);
      expect(() => readConfig({ HOST }, inside)).toThrow(/no sign-in yet/);
      expect(() => readConfig({ HOST, WALLCHART_CONTAINER: '1' }, outside)).toThrow(/not in a container/);
    },
  );

  it('listens on every address inside a container that says so', () => {
    expect(readConfig({ HOST: '0.0.0.0', WALLCHART_CONTAINER: '1' }, inside).host).toBe('0.0.0.0');
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '40.5'],
    ['LOG_LEVEL', 'loud'],
    ['WALLCHART_SAMPLES', 'no'],
    ['WALLCHART_STOP_SECONDS', 'soon'],
    ['WALLCHART_STOP_SECONDS', '-1'],
    ['DATABASE_URL', 'mysql://x/y'],
  ])('refuses %s=%s, naming it and what is expected', (name, value) => {
    const read = (): unknown => readConfig({ [name]: value }, outside);
    expect(read).toThrow(WallchartError);
    expect(read).toThrow(new RegExp(`${name}=.*Expected:`));
  });

  it('never repeats the password of a refused address', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://u:secret@h/d' }, outside)).not.toThrow(/secret/);
  });

  it('makes the data folder absolute', () => {
    expect(isAbsolute(readConfig({ WALLCHART_DATA: 'elsewhere' }, outside).dataDir)).toBe(true);
  });
});
