import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Contact, PATIENCE } from "../../../static/display/contact";

test("a wall that hears nothing for half a minute is out of contact, and not before", () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const contact = new Contact();

  mock.timers.tick(PATIENCE - 1000);
  contact.heard();
  mock.timers.tick(PATIENCE - 1);
  assert.equal(contact.lost.value, false);
  mock.timers.tick(1);
  assert.equal(contact.lost.value, true);
  contact.heard();

  assert.equal(contact.lost.value, false);
  contact.close();
  mock.timers.reset();
});

test("a screen that slept knows it as soon as somebody looks", () => {
  let now = 0;
  const contact = new Contact(() => now);

  now = PATIENCE;
  contact.look();

  assert.equal(contact.lost.value, true);
  contact.close();
});
