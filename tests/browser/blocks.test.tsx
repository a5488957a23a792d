import assert from "node:assert/strict";
import { test } from "node:test";
import { renderToString } from "preact-render-to-string";
import { Blocks } from "../../static/lib/blocks";
import { Ring } from "../../static/lib/ring";
import type { Block } from "../../static/protocol";

const drawn = (...blocks: Block[]) => renderToString(<Blocks blocks={blocks} />);
const text = (words: string) => ({ type: "text" as const, text: words });

test("a module's text is drawn as text, whatever it holds", () => {
  const html = drawn({ type: "paragraph", spans: [text("<script>alert(1)</script>")] });

  assert.equal(html, '<div class="blocks"><p>&lt;script>alert(1)&lt;/script></p></div>');
});

test("lists keep their numbers and their inner blocks", () => {
  const html = drawn({
    type: "list",
    ordered: true,
    start: 3,
    items: [
      [{ type: "paragraph", spans: [{ type: "strong", spans: [text("It starts")] }, text(" small.")] }],
      [
        { type: "paragraph", spans: [text("It")] },
        { type: "paragraph", spans: [text("grows.")] },
      ],
    ],
  });

  assert.match(
    html,
    /<ol start="3"><li><strong>It starts<\/strong> small\.<\/li><li><p>It<\/p><p>grows\.<\/p><\/li><\/ol>/,
  );
});

test("a link opens beside the live page", () => {
  const html = drawn({
    type: "paragraph",
    spans: [{ type: "link", href: "https://988lifeline.org", spans: [text("988")] }],
  });

  assert.match(html, /<a href="https:\/\/988lifeline.org" target="_blank" rel="noopener noreferrer">988<\/a>/);
});

test("a link that would run code is only words", () => {
  for (const href of ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", " javascript:alert(1)"]) {
    assert.doesNotMatch(drawn({ type: "paragraph", spans: [{ type: "link", href, text: "tap" }] }), /<a/);
  }
});

test("pictures come from our own server alone", () => {
  assert.match(
    drawn({ type: "image", src: "iop-foundations/wave.svg", alt: "A wave" }),
    /src="\/media\/iop-foundations\/wave\.svg"/,
  );
  for (const src of ["https://elsewhere.example/x.png", "//elsewhere.example/x.png", "javascript:alert(1)"]) {
    assert.doesNotMatch(drawn({ type: "image", src, alt: "A wave" }), /<img/);
  }
});

test("a block that nobody knows is not drawn", () => {
  assert.equal(drawn({ type: "iframe" } as unknown as Block), '<div class="blocks"></div>');
});

test("the ring is silent unless it is given words, and never draws more than itself", () => {
  assert.match(renderToString(<Ring />), /aria-hidden/);
  assert.match(renderToString(<Ring share={7} label="Time left" />), /aria-label="Time left"/);
  assert.match(renderToString(<Ring share={7} />), /stroke-dasharray="84 16"/);
});
