import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultFetchLimits, fetchImage } from '../../../src/surfaces/media/origin/fetch-image.ts';
import { isPublicAddress } from '../../../src/surfaces/media/origin/public-address.ts';
import { type Origin, publicAddress, startOrigin } from './origin.ts';

let origin: Origin;
beforeAll(async () => {
  origin = await startOrigin();
});
afterAll(() => origin.close());
beforeEach(() => {
  origin.targets.length = 0;
  origin.asked.length = 0;
  origin.hosts.clear();
  origin.answer = (_request, response) => response.end('image');
});

/** Every way of writing an address that is not of the public internet, as a URL has it. */
const privateHosts = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0x0.0x0.0x1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '0.0.0.0',
  '0',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0xA9.0xFE.0xA9.0xFE',
  '0251.0376.0251.0376',
  '192.0.0.192',
  '168.63.129.16',
  '0xa83f8110',
  '161.26.0.10',
  '166.9.0.1',
  '199.36.153.4',
  '199.36.153.11',
  '192.0.2.1',
  '192.31.196.1',
  '192.52.193.1',
  '192.88.99.1',
  '192.175.48.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '240.0.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::127.0.0.1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:a9fe:a9fe]',
  '[::ffff:8.8.8.8]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b:1::10.0.0.1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fec0::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[4000::1]',
  '[5f00::1]',
  '[3fff::1]',
  '[2001:2::1]',
  '[2001:3::1]',
  '[2001:4:112::1]',
  '[2001:10::1]',
  '[2001:20::1]',
  '[2001:30::1]',
  '[2620:4f:8000::1]',
  '[2600:2d00:2:1000::1]',
  '[2600:2d00:2:2000::1]',
  '[::ffff:168.63.129.16]',
  '[64:ff9b::168.63.129.16]',
  '[2002:a83f:8110::1]',
  '[2606:4700::5efe:10.0.0.1]',
  '[2606:4700::200:5efe:7f00:1]',
  '[2606:4700::169.254.169.254]',
  '[2606:4700:1:2::10.0.0.1]',
  '[2606:4700:1:2::168.63.129.16]',
  '１２７.０.０.１',
];

/** And as a resolver has it. */
const privateAddresses = [
  '127.0.0.1',
  '10.0.0.1',
  '169.254.169.254',
  '168.63.129.16',
  '0.0.0.0',
  '::1',
  '::',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '64:ff9b::7f00:1',
  '2002:a9fe:a9fe::1',
  'fe80::1%eth0',
  'fd00::1',
  'not an address',
  '',
];

describe('an address that is not of the public internet', () => {
  it.each(privateHosts)('is refused without a connection: %s', async (host) => {
    await expect(fetchImage(`http://${host}/a.jpg`, origin)).rejects.toMatchObject({ kind: 'refused' });
    await expect(fetchImage(`https://${host}:443/a.jpg`, origin)).rejects.toMatchObject({ kind: 'refused' });
    expect(origin.targets).toEqual([]);
  });

  it.each(privateAddresses)('is refused where a name resolves to it, alone or among others: %s', async (address) => {
    for (const answers of [[address], [publicAddress, address], [address, '2606:4700::1', publicAddress]]) {
      origin.hosts.set('images.example', answers);
      await expect(fetchImage('https://images.example/a.jpg', origin)).rejects.toMatchObject({ kind: 'refused' });
    }
    expect(origin.targets).toEqual([]);
  });

  it.each(privateHosts)('is refused where a public one redirects to it: %s', async (host) => {
    const Location = `http://${host.replace(/[^ -~]/g, encodeURIComponent)}/a.jpg`;
    origin.answer = (_request, response) => response.writeHead(302, { Location }).end();
    await expect(fetchImage('http://images.example/a.jpg', origin)).rejects.toMatchObject({ kind: 'refused' });
    expect(origin.targets.map(({ address }) => address)).toEqual([publicAddress]);
  });

  it('is refused where a public one redirects to a name that resolves to it', async () => {
    origin.hosts.set('inside.example', ['169.254.169.254']);
    origin.answer = (_request, response) => response.writeHead(307, { Location: '//inside.example/latest' }).end();
    await expect(fetchImage('http://images.example/a.jpg', origin)).rejects.toMatchObject({ kind: 'refused' });
    expect(origin.targets).toHaveLength(1);
  });

  it('is refused where a name resolves to nothing', async () => {
    origin.hosts.set('images.example', []);
    await expect(fetchImage('http://images.example/', origin)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('is told from public ones', () => {
    for (const address of [
      '8.8.8.8',
      '93.184.215.14',
      '168.63.129.15',
      '168.63.129.17',
      '166.12.0.1',
      '2606:4700::1111',
      '2606:4700::6810:84e5',
      '2a00:1450:4001:82a::200e',
      '2600:2d00:2:3000::1',
    ])
      expect([address, isPublicAddress(address)]).toEqual([address, true]);
  });
});

describe('a host', () => {
  it('is resolved once a hop, and connected to at an address of that answer', async () => {
    const answers = [[publicAddress], ['127.0.0.1']];
    const resolve = async () => answers.shift() ?? ['127.0.0.1'];
    await expect(fetchImage('https://images.example/a.jpg', { ...origin, resolve })).resolves.toEqual(
      Buffer.from('image'),
    );
    expect(origin.targets).toEqual([{ address: publicAddress, port: 443, secure: true, serverName: 'images.example' }]);
    expect(answers).toEqual([['127.0.0.1']]);
  });

  it('is resolved again on a redirect to itself, and refused when it leads inside by then', async () => {
    const answers = [[publicAddress], ['10.0.0.1']];
    const resolve = async () => answers.shift() ?? [];
    origin.answer = (_request, response) => response.writeHead(301, { Location: '/b.jpg' }).end();
    await expect(fetchImage('http://images.example/a.jpg', { ...origin, resolve })).rejects.toMatchObject({
      kind: 'refused',
    });
    expect(origin.asked).toEqual(['/a.jpg']);
  });

  it('is asked under its own name', async () => {
    origin.answer = (request, response) => response.end(request.headers.host);
    expect(String(await fetchImage('http://images.example/a.jpg?x=1', origin))).toBe('images.example');
    expect(origin.asked).toEqual(['/a.jpg?x=1']);
  });
});

describe('an address is refused without a connection when it', () => {
  it.each([
    ['is of another protocol', 'ftp://images.example/a.jpg'],
    ['is a file', 'file:///etc/passwd'],
    ['is data', 'data:image/png;base64,AAAA'],
    ['names another port', 'http://images.example:6379/a.jpg'],
    ['holds a name and password', 'http://a:b@images.example/a.jpg'],
    ['is longer than 2,048 characters', `http://images.example/${'a'.repeat(2_048)}`],
    ['is none', 'images'],
  ])('%s', async (_what, address) => {
    await expect(fetchImage(address, origin)).rejects.toMatchObject({ kind: 'refused' });
    expect(origin.targets).toEqual([]);
  });
});

describe('redirects', () => {
  it('are followed three times', async () => {
    origin.answer = ({ url }, response) => {
      if (url === '/3') response.end('image');
      else response.writeHead(302, { Location: `/${Number(url?.slice(1)) + 1}` }).end();
    };
    expect(String(await fetchImage('http://images.example/0', origin))).toBe('image');
  });

  it('are not followed a fourth time', async () => {
    origin.answer = (_request, response) => response.writeHead(302, { Location: '/again' }).end();
    await expect(fetchImage('http://images.example/0', origin)).rejects.toMatchObject({ kind: 'refused' });
    expect(origin.asked).toHaveLength(4);
  });

  it('lead to http and https alone', async () => {
    origin.answer = (_request, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end();
    await expect(fetchImage('http://images.example/0', origin)).rejects.toMatchObject({ kind: 'refused' });
  });
});

describe('what an origin sends', () => {
  const limits = { ...defaultFetchLimits, bytesMax: 100_000 };

  it('is refused when it says that it is too large, before it is read', async () => {
    origin.answer = (_request, response) => response.writeHead(200, { 'Content-Length': 100_001 }).flushHeaders();
    await expect(fetchImage('http://images.example/', origin, limits)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('is read no further than the limit when it does not say', async () => {
    origin.answer = (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
      };
      response.on('drain', more);
      more();
    };
    await expect(fetchImage('http://images.example/', origin, limits)).rejects.toMatchObject({
      kind: 'refused',
      message: 'more than 100000 bytes',
    });
  });

  it('is refused when it is packed', async () => {
    origin.answer = (_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x');
    await expect(fetchImage('http://images.example/', origin)).rejects.toMatchObject({ kind: 'refused' });
  });

  it.each([403, 404, 410])('is gone for good with a %i', async (status) => {
    origin.answer = (_request, response) => response.writeHead(status).end();
    await expect(fetchImage('http://images.example/', origin)).rejects.toMatchObject({ kind: 'gone' });
  });

  it('may be there later after a 500, a broken connection, silence, or no answer to the name', async () => {
    const shortly = { ...limits, msMax: 50 };
    origin.answer = (_request, response) => response.writeHead(500).end();
    await expect(fetchImage('http://images.example/', origin)).rejects.toMatchObject({ kind: 'failed' });
    origin.answer = ({ socket }) => socket.destroy();
    await expect(fetchImage('http://images.example/', origin)).rejects.toMatchObject({ kind: 'failed' });
    origin.answer = () => {};
    await expect(fetchImage('http://images.example/', origin, shortly)).rejects.toMatchObject({ kind: 'failed' });
    origin.answer = (_request, response) => response.write('begun');
    await expect(fetchImage('http://images.example/', origin, shortly)).rejects.toMatchObject({ kind: 'failed' });
    const resolve = () => new Promise<never>(() => {});
    const unresolved = fetchImage('http://images.example/', { ...origin, resolve }, shortly);
    await expect(unresolved).rejects.toMatchObject({ kind: 'failed', message: 'no response within 50 ms' });
  });
});
