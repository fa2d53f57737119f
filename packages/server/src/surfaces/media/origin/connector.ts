import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Where to connect to, and as whom to expect the other side. */
export interface ConnectionTarget {
  /** Numeric: nothing is looked up any more. */
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
  /** Whose certificate it must have; empty when the URL named an address. */
  readonly serverName: string;
}

/** Begins to connect; the socket tells what becomes of it. */
export type Connector = (target: ConnectionTarget) => Socket;

export const systemConnector: Connector = ({ address, port, secure, serverName }) =>
  secure
    ? connectTls({ host: address, port, ALPNProtocols: ['http/1.1'], ...(serverName && { servername: serverName }) })
    : connectTcp({ host: address, port });
