// The web page that shows a fake printer's paper, the newest strip first.

const escaped = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const bmp_head_bytes = 62;

// A picture of one bit a dot as a BMP, which needs no compression: rows from below, each filled up to four bytes.
export function bmp_of({ width, height, dots }) {
    const row_bytes = width / 8, padded = Math.ceil(row_bytes / 4) * 4;
    const bmp = Buffer.alloc(bmp_head_bytes + padded * height);
    bmp.write("BM");
    bmp.writeUInt32LE(bmp.length, 2);
    bmp.writeUInt32LE(bmp_head_bytes, 10);
    bmp.writeUInt32LE(40, 14);  // the length of what follows, up to the two colours
    bmp.writeInt32LE(width, 18);
    bmp.writeInt32LE(height, 22);
    bmp.writeUInt16LE(1, 26);
    bmp.writeUInt16LE(1, 28);
    bmp.writeUInt32LE(0xffffff, 54);  // a bit of 0 is white, 1 is black
    for (let y = 0; y < height; y += 1)
        Buffer.from(dots).copy(bmp, bmp_head_bytes + padded * (height - 1 - y), y * row_bytes, (y + 1) * row_bytes);
    return bmp;
}

function piece_html(piece) {
    if (piece.kind === "text") {
        const names = [`x${piece.size}`, piece.bold && "bold", piece.inverse && "inverse"].filter(Boolean).join(" ");
        return `<pre class="${names}">${escaped(piece.text) || " "}</pre>`;
    }
    if (piece.kind === "picture") return `<img alt="" src="data:image/bmp;base64,${bmp_of(piece).toString("base64")}">`;
    return piece.kind === "cut" ? "<hr>" : "<p class=note>the drawer opens</p>";
}

function strip_html({ at, pieces, trouble }) {
    const note = trouble ? `<p class=note>${escaped(trouble)}</p>` : "";
    return `<figure><figcaption>${at.toLocaleTimeString("en-GB")}</figcaption>${pieces.map(piece_html).join("")}${note}</figure>`;
}

const style = `
body { background: #ddd; font: 15px/1.3 sans-serif; margin: 1em }
form { display: inline } button.now { font-weight: bold; background: #fe8 }
main { display: flex; flex-wrap: wrap; gap: 1em; align-items: flex-start }
figure { background: #fff; margin: 0; padding: 12px; width: max-content; box-shadow: 0 1px 4px #0006 }
figcaption, .note { color: #666; font-size: 12px }
pre { font: 24px/30px "Noto Sans Mono CJK SC", monospace; margin: 0; zoom: .6 }
img { display: block; zoom: .6 } .bold { font-weight: bold } .inverse { background: #000; color: #fff }
.x2 { font-size: 48px; line-height: 54px } .x3 { font-size: 72px; line-height: 78px }`;

export function paper_page(printer, moods) {
    const buttons = moods.map((mood) => `<form method=post action="/mood?mood=${mood}"><button class="${mood === printer.mood ? "now" : ""}">${mood.replaceAll("_", " ")}</button></form>`);
    const strips = [...printer.strips].reverse().map(strip_html);
    return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>Printer</title><style>${style}</style>
<p>${buttons.join(" ")} The drawer was opened ${printer.drawer_openings} times.</p><main>${strips.join("")}</main></html>`;
}
