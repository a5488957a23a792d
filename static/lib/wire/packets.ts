/**
 * The packets of Engine.IO 4 and Socket.IO 5 that we and our server use: text, one namespace, no acknowledgements.
 * Reads and writes them; knows no socket.
 */

export const PONG = "3";

export type Packet =
  /** The socket is open; without a word for `patience` milliseconds it is dead. */
  | { is: "open"; patience: number }
  | { is: "ping" }
  | { is: "connected" }
  /** The server ends it: the namespace alone or the whole socket. */
  | { is: "closed" }
  | { is: "turned_away"; message: string; why: string | undefined }
  | { is: "told"; name: string; payload: unknown }
  /** Nothing to us: a noop, another namespace, a kind of packet that our server never sends. */
  | { is: "nothing" };

const NOTHING: Packet = { is: "nothing" };

export function connectPacket(namespace: string, auth: object): string {
  return `40${namespace},${JSON.stringify(auth)}`;
}

export function disconnectPacket(namespace: string): string {
  return `41${namespace},`;
}

export function eventPacket(namespace: string, name: string, payload: object): string {
  return `42${namespace},${JSON.stringify([name, payload])}`;
}

/** Null for what is no packet at all. */
export function readPacket(text: string, namespace: string): Packet | null {
  try {
    return engine(text, namespace);
  } catch {
    return null;
  }
}

function engine(text: string, namespace: string): Packet | null {
  const rest = text.slice(1);
  switch (text[0]) {
    case "0":
      return opened(JSON.parse(rest));
    case "1":
      return { is: "closed" };
    case "2":
      return { is: "ping" };
    case "4":
      return message(rest, namespace);
    case "6":
      return NOTHING;
    default:
      return null;
  }
}

function opened({ pingInterval, pingTimeout }: { pingInterval: number; pingTimeout: number }): Packet | null {
  const patience = pingInterval + pingTimeout;
  return patience > 0 ? { is: "open", patience } : null;
}

/** `<type><namespace>,<id of an acknowledgement><JSON>`, of which the id is none of our business. */
function message(text: string, namespace: string): Packet | null {
  const [type, rest] = [text[0], text.slice(1)];
  if (!rest.startsWith(namespace)) return NOTHING;
  const after = rest.slice(namespace.length);
  if (after && after[0] !== ",") return NOTHING;
  const content = after.slice(1).replace(/^\d+/, "");
  switch (type) {
    case "0":
      return { is: "connected" };
    case "1":
      return { is: "closed" };
    case "2":
      return event(JSON.parse(content));
    case "4":
      return refusal(JSON.parse(content));
    default:
      return NOTHING;
  }
}

function event(content: unknown): Packet | null {
  return Array.isArray(content) && typeof content[0] === "string"
    ? { is: "told", name: content[0], payload: content[1] }
    : null;
}

function refusal({ message = "", data }: { message?: string; data?: { why?: string } }): Packet {
  return { is: "turned_away", message, why: data?.why };
}
