import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { WebSocketWire } from "../../../static/lib/wire/web_socket";
import { ear, FakeSocket, LET_IN, OPEN } from "./fake_socket";

const ADDRESS = "ws://here/socket.io/?EIO=4&transport=websocket";
const real = globalThis.WebSocket;

beforeEach(() => {
  globalThis.WebSocket = FakeSocket as unknown as typeof WebSocket;
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
});
afterEach(() => {
  globalThis.WebSocket = real;
  mock.timers.reset();
});

function anasWire(auth: () => object = () => ({ language: "en" })) {
  const { heard, hears } = ear();
  return { wire: new WebSocketWire(ADDRESS, { namespace: "/participant", auth }, hears), heard };
}

function connected() {
  const { wire, heard } = anasWire();
  wire.connect();
  FakeSocket.last.says(OPEN, LET_IN);
  return { wire, heard, socket: FakeSocket.last };
}

test("a wire introduces itself and is connected once the server has let it in", () => {
  const { wire, heard } = anasWire();
  wire.connect();
  FakeSocket.last.says(OPEN);

  assert.deepEqual(FakeSocket.last.sent, ['40/participant,{"language":"en"}']);
  assert.equal(wire.connected, false);
  FakeSocket.last.says(LET_IN);
  assert.equal(wire.connected, true);
  assert.deepEqual(heard, ["connected"]);
});

test("each connection is introduced with what holds then", () => {
  let language = "en";
  const { wire } = anasWire(() => ({ language }));
  wire.connect();
  language = "es";
  wire.disconnect();
  wire.connect();
  FakeSocket.last.says(OPEN);

  assert.deepEqual(FakeSocket.last.sent, ['40/participant,{"language":"es"}']);
});

test("a ping is answered, a message is heard, a message is sent", () => {
  const { wire, heard, socket } = connected();
  socket.says("2", '42/participant,["done",{"id":"one"}]');
  wire.send("clock", { sent: 1 });

  assert.deepEqual(socket.sent.slice(1), ["3", '42/participant,["clock",{"sent":1}]']);
  assert.deepEqual(heard, ["connected", 'done {"id":"one"}']);
});

test("nothing is sent before the server has let us in, nor after", () => {
  const { wire } = anasWire();
  wire.send("clock", { sent: 1 });
  wire.connect();
  wire.send("clock", { sent: 2 });
  FakeSocket.last.says(OPEN);
  wire.send("clock", { sent: 3 });
  FakeSocket.last.says(LET_IN);
  FakeSocket.last.breaks();
  wire.send("clock", { sent: 4 });

  assert.deepEqual(FakeSocket.last.sent, ['40/participant,{"language":"en"}']);
});

test("connecting twice opens one socket", () => {
  const { wire, socket } = connected();
  wire.connect();

  assert.equal(FakeSocket.last, socket);
});

test("a broken line is said once, and another can be opened", () => {
  const { wire, heard, socket } = connected();
  socket.breaks();
  socket.breaks();
  wire.connect();
  FakeSocket.last.says(OPEN, LET_IN);

  assert.deepEqual(heard, ["connected", "lost", "connected"]);
});

test("what an old socket still says is not heard", () => {
  const { wire, heard, socket } = connected();
  wire.disconnect();
  wire.connect();
  socket.says('42/participant,["view",{"version":1}]');
  socket.breaks();

  assert.deepEqual(heard, ["connected", "lost"]);
  assert.equal(socket.closed, true);
});

test("whoever disconnects tells the server", () => {
  const { wire, socket } = connected();
  wire.disconnect();

  assert.equal(socket.sent.at(-1), "41/participant,");
});

test("whoever is turned away hears why, and the socket is closed", () => {
  const { wire, heard } = anasWire();
  wire.connect();
  FakeSocket.last.says(OPEN, '44/participant,{"message":"No.","data":{"why":"no_ticket"}}');

  assert.deepEqual(heard, ["turned away: No. (no_ticket)"]);
  assert.equal(FakeSocket.last.closed, true);
  assert.equal(wire.connected, false);
});

test("a server that ends it is a line that is lost", () => {
  const { heard, socket } = connected();
  socket.says("41/participant,");

  assert.deepEqual(heard, ["connected", "lost"]);
  assert.equal(socket.closed, true);
});

test("a socket that does not open in eight seconds is given up", () => {
  const { wire, heard } = anasWire();
  wire.connect();
  mock.timers.tick(7999);
  assert.deepEqual(heard, []);
  mock.timers.tick(1);

  assert.deepEqual(heard, ["lost"]);
  assert.equal(FakeSocket.last.closed, true);
  assert.equal(wire.opened, false);
});

test("a server that opens and then never lets us in is given up too", () => {
  const { wire, heard } = anasWire();
  wire.connect();
  FakeSocket.last.says(OPEN);
  mock.timers.tick(8000);

  assert.deepEqual(heard, ["lost"]);
  assert.equal(wire.opened, true);
});

test("a line without a ping is dead after its time, and not before", () => {
  const { heard, socket } = connected();
  mock.timers.tick(34_999);
  socket.says("2");
  mock.timers.tick(34_999);
  assert.deepEqual(heard, ["connected"]);
  mock.timers.tick(1);

  assert.deepEqual(heard, ["connected", "lost"]);
});

test("after a sleep nothing goes into a line that is known to be dead", () => {
  const { wire, heard, socket } = connected();
  mock.timers.setTime(60_000);
  wire.send("clock", { sent: 1 });

  assert.equal(socket.sent.length, 1);
  assert.deepEqual(heard, ["connected", "lost"]);
});

test("a line on which something else speaks is dropped", () => {
  for (const noise of ["hello", new ArrayBuffer(4), '42/participant,["view"']) {
    const { heard, socket } = connected();
    socket.says(noise);
    assert.deepEqual(heard, ["connected", "lost"]);
  }
});
