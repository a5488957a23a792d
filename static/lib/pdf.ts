/** Pictures of pages as one PDF (ISO 32000-1): what every phone and printer opens. Knows no page and no device. */

export interface Page {
  /** As a JPEG file. */
  picture: Uint8Array;
  /** In pixels. */
  width: number;
  height: number;
}

/** A4 in points, 72 to the inch. */
const WIDE = 595;

/** No author, no title, no date: the file says nothing about whoever made it. */
export function pdfOf(pages: readonly Page[]): Uint8Array<ArrayBuffer> {
  const file = new File();
  const kids = pages.map((_, at) => `${3 + 3 * at} 0 R`).join(" ");
  file.add("<< /Type /Catalog /Pages 2 0 R >>");
  file.add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [at, page] of pages.entries()) addPage(file, page, 3 + 3 * at);
  return file.ended();
}

function addPage(file: File, { picture, width, height }: Page, number: number): void {
  const size = `${WIDE} ${Math.round((height * WIDE) / width)}`;
  const draw = `q ${size.replace(" ", " 0 0 ")} 0 0 cm /Page Do Q`;
  const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB`;
  file.add(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents ${number + 1} 0 R` +
      ` /Resources << /XObject << /Page ${number + 2} 0 R >> >> >>`,
  );
  file.add(`<< /Length ${draw.length} >>`, new TextEncoder().encode(draw));
  file.add(`<< ${image} /BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.length} >>`, picture);
}

/** Numbered objects, and at its end a table of where each begins. */
class File {
  private readonly parts: Uint8Array[] = [];
  private readonly starts: number[] = [];
  private length = 0;

  constructor() {
    this.say("%PDF-1.4\n");
  }

  add(head: string, stream?: Uint8Array): void {
    this.starts.push(this.length);
    this.say(`${this.starts.length} 0 obj\n${head}\n`);
    if (stream) {
      this.say("stream\n");
      this.put(stream);
      this.say("\nendstream\n");
    }
    this.say("endobj\n");
  }

  ended(): Uint8Array<ArrayBuffer> {
    const table = this.length;
    const count = this.starts.length + 1;
    const lines = this.starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`);
    this.say(`xref\n0 ${count}\n0000000000 65535 f \n${lines.join("")}`);
    this.say(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  private say(text: string): void {
    this.put(new TextEncoder().encode(text));
  }

  private put(bytes: Uint8Array): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }
}
