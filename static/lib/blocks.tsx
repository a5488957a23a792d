/** Draws the closed tree of blocks that a module's text becomes. Nothing outside this set is ever drawn. */
import type { ComponentChild } from "preact";
import type { Block, Span } from "../protocol";

export function Blocks({ blocks }: { blocks: Block[] }) {
  return <div class="blocks">{blocks.map(drawBlock)}</div>;
}

function drawBlock(block: Block): ComponentChild {
  switch (block.type) {
    case "paragraph":
      return <p>{drawSpans(block.spans)}</p>;
    case "heading":
      return drawHeading(block);
    case "list":
      return drawList(block);
    case "quote":
      return <blockquote>{block.blocks?.map(drawBlock)}</blockquote>;
    case "code":
      return <pre>{block.text}</pre>;
    case "table":
      return drawTable(block);
    case "image":
      return drawImage(block);
    case "rule":
      return <hr />;
    default:
      return null;
  }
}

function drawHeading({ level, spans }: Block): ComponentChild {
  const Heading = `h${Math.min(6, Math.max(2, level ?? 3))}` as "h3";
  return <Heading>{drawSpans(spans)}</Heading>;
}

function drawList({ ordered, start, items = [] }: Block): ComponentChild {
  const lines = items.map((item) => <li>{drawItem(item)}</li>);
  return ordered ? <ol {...(start === undefined ? {} : { start })}>{lines}</ol> : <ul>{lines}</ul>;
}

/** A line of one paragraph needs no paragraph of its own. */
function drawItem(blocks: Block[]): ComponentChild {
  const [only, ...rest] = blocks;
  return only?.type === "paragraph" && !rest.length ? drawSpans(only.spans) : blocks.map(drawBlock);
}

function drawTable({ head = [], rows = [] }: Block): ComponentChild {
  return (
    <div class="table">
      <table>
        <thead>
          <tr>{head.map((cell) => (cell.length ? <th scope="col">{drawSpans(cell)}</th> : <td />))}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{drawSpans(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Pictures come only from our own server: an address that leads elsewhere is not drawn. */
function drawImage({ src = "", alt = "" }: Block): ComponentChild {
  const elsewhere = /^([a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(src);
  if (elsewhere) return <p>{alt}</p>;
  return <img src={src.startsWith("/") ? src : `/media/${src}`} alt={alt} loading="lazy" />;
}

function drawSpans(spans: Span[] = []): ComponentChild {
  return spans.map((span) => {
    const inside = span.spans ? drawSpans(span.spans) : span.text;
    switch (span.type) {
      case "text":
        return inside;
      case "strong":
        return <strong>{inside}</strong>;
      case "em":
        return <em>{inside}</em>;
      case "code":
        return <code>{inside}</code>;
      case "break":
        return <br />;
      case "link":
        return drawLink(span.href ?? "", inside);
      default:
        return null;
    }
  });
}

/** A link opens beside the live page, and only leads where a link of a module may lead. */
function drawLink(href: string, inside: ComponentChild): ComponentChild {
  if (!/^(https?:|mailto:|tel:|sms:)/i.test(href)) return inside;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  );
}
