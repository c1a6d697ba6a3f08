import { connect } from "node:net";

/** A request that gets no connection in this time is left to the end of ours, which the server notices at its next row. */
const CONNECT_MS = 1_500;
const LENGTH = 16;
const CANCEL_REQUEST = 80_877_102;

/**
 * Asks the server to end what a session is doing (PostgreSQL, 54.2.8): a message of its own that needs no login, so that it goes
 * through where the server has no connection to give. It says nothing back.
 */
export function sendCancel(of: {
  host: string;
  port: number;
  processID: number;
  secretKey: number;
}): Promise<void> {
  return new Promise((resolve) => {
    const message = Buffer.alloc(LENGTH);
    message.writeInt32BE(LENGTH, 0);
    message.writeInt32BE(CANCEL_REQUEST, 4);
    message.writeInt32BE(of.processID, 8);
    message.writeInt32BE(of.secretKey, 12);
    const socket = connect(of.port, of.host);
    const late = setTimeout(() => socket.destroy(), CONNECT_MS);
    socket.on("error", () => {});
    socket.once("connect", () => socket.end(message));
    socket.resume();
    socket.once("close", () => {
      clearTimeout(late);
      resolve();
    });
  });
}
