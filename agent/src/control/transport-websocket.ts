import { AGENT_HEADERS, AGENT_ROUTES, MAX_FRAME_BYTES, PING, PONG } from "@dataguardian/shared/protocol";
import { WebSocket } from "ws";
import type { Clock } from "./clock.ts";
import { closeCodeOf } from "./http-refusal.ts";
import type { Outbound } from "./outbound.ts";
import type { OpenTransport, Transport, TransportEnd } from "./transport.ts";

const OPEN_TIMEOUT_MS = 15_000;
const CLOSE_TIMEOUT_MS = 2_000;
const MAX_REFUSAL_CHARS = 4_096;

/** The agent's one outgoing WebSocket. */
export function webSocketTransport(outbound: Outbound, agentId: string, clock: Clock): OpenTransport {
  return (events, signal) => {
    const { url, agent, ca } = outbound.webSocket(AGENT_ROUTES.connect);
    const socket = new WebSocket(url, {
      headers: { [AGENT_HEADERS.agent]: agentId },
      handshakeTimeout: OPEN_TIMEOUT_MS,
      maxPayload: MAX_FRAME_BYTES,
      perMessageDeflate: false,
      ...(agent === undefined ? {} : { agent }),
      ...(ca === undefined ? {} : { ca }),
    });
    /** Send times of the pings that wait for an answer. The runtime answers in order. */
    const unanswered: number[] = [];
    let cause: unknown;
    let ended = false;
    const end = (how: TransportEnd) => {
      if (ended) return;
      ended = true;
      signal.removeEventListener("abort", drop);
      events.onClose(how);
    };
    const drop = () => {
      socket.terminate();
      end({ code: null });
    };
    signal.addEventListener("abort", drop, { once: true });

    const transport: Transport = {
      kind: "websocket",
      send: (frame) => socket.send(frame, closeTells),
      ping() {
        unanswered.push(clock.now());
        socket.send(PING, closeTells);
      },
      setInterval() {},
      close() {
        socket.close(1000);
        // Far shorter than the 30 s that ws itself would wait for a peer that has gone silent.
        socket.once("close", clock.after(CLOSE_TIMEOUT_MS, drop));
      },
      terminate: drop,
    };
    socket.once("open", () => events.onOpen(transport));
    socket.on("message", (data: Buffer, isBinary) => {
      if (ended) return;
      const text = isBinary ? "" : data.toString("utf8");
      if (text !== PONG) return events.onFrame(text);
      const sentAt = unanswered.shift();
      if (sentAt !== undefined) events.onContact(sentAt);
    });
    socket.once("unexpected-response", (_request, response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text = (text + part).slice(0, MAX_REFUSAL_CHARS);
      });
      response.once("close", () => {
        end({ code: closeCodeOf(text), httpStatus: response.statusCode ?? 0 });
        socket.terminate();
      });
    });
    socket.on("error", (error) => {
      cause = error;
    });
    // 1006 is ws's word for "no close frame came": the connection broke.
    socket.once("close", (code) => end({ code: code === 1006 ? null : code, cause }));
  };
}

/** A frame that cannot be sent means a broken connection, which the close event reports. */
function closeTells(): void {}
