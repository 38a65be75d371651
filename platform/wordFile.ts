import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Paper, PaperPart } from '../domain/papers/paper.ts';

/** What a browser and a mail program call a Word file. */
export const wordFileType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const font = 'Arial';
/** Half points: 11 points, which prints well and can be read. */
const size = 22;

/** Writes a paper as a Word file: real headings, so that it can be moved through by them, table heads that repeat, and the marking on every page. */
export async function writeWordFile({ title, about, marking, parts }: Paper): Promise<Uint8Array> {
  const file = new Document({
    title,
    // The library would put its own name as who made it.
    creator: 'MARAC Casework',
    lastModifiedBy: 'MARAC Casework',
    styles: { default: { document: { run: { font, size } } } },
    sections: [
      {
        footers: { default: footer(marking) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: about, spacing: { after: 200 } }),
          new Paragraph({ children: [new TextRun({ text: marking, bold: true })], spacing: { after: 200 } }),
          ...parts.flatMap(partOf),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function partOf(part: PaperPart): readonly (Paragraph | Table)[] {
  switch (part.type) {
    case 'heading':
      return [
        new Paragraph({
          text: part.text,
          heading: part.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          children: [
            ...(part.label === undefined ? [] : [new TextRun({ text: `${part.label}: `, bold: true })]),
            ...linesOf(part.text),
          ],
          spacing: { after: 120 },
        }),
      ];
    case 'list':
      return part.items.map((text) => new Paragraph({ children: linesOf(text), bullet: { level: 0 } }));
    case 'table':
      return [tableOf(part), new Paragraph({ text: '' })];
  }
}

/** What somebody typed on several lines stays on several lines. */
function linesOf(text: string): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun(index === 0 ? line : { text: line, break: 1 }));
}

function tableOf({ head, rows }: Extract<PaperPart, { type: 'table' }>): Table {
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text) =>
          new TableCell({
            children: [new Paragraph({ children: isHead ? [new TextRun({ text, bold: true })] : linesOf(text) })],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

function footer(marking: string): Footer {
  const pages = [`${marking} Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({ children: [new Paragraph({ children: [new TextRun({ children: pages, size: 18 })] })] });
}
