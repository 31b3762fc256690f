// Turns printed bytes back into what stands on the paper, as pos-client/escpos/decoder.h does. Throws on any byte that is no
// command of ours; what was read before stands in the error's `pieces`.
const gb18030 = new TextDecoder("gb18030", { fatal: true });

const line_feed = 0x0a;
const highest_band = 200;

class Unfinished extends Error {}

export function is_unfinished(error) {
    return error instanceof Unfinished;
}

class Reader {
    constructor(bytes) {
        this.bytes = bytes;
        this.at = 0;
        this.pieces = [];
        this.style = { size: 1, bold: false, inverse: false };
    }

    takes(...command) {
        if (!command.every((byte, i) => this.bytes[this.at + i] === byte)) return false;
        this.at += command.length;
        return true;
    }
    number() {
        if (this.at >= this.bytes.length) throw new Unfinished("ends in a command");
        return this.bytes[this.at++];
    }
    pair() { return this.number() + 256 * this.number(); }

    take_size() {
        const n = this.number();
        if (n >> 4 !== (n & 15)) throw new Error(`byte ${this.at}: a size we never print`);
        this.style = { ...this.style, size: (n & 15) + 1 };
    }

    takes_command() {
        if (this.takes(0x1b, 0x40)) this.style = { size: 1, bold: false, inverse: false };
        else if (this.takes(0x1c, 0x26)) return true;
        else if (this.takes(0x1d, 0x21)) this.take_size();
        else if (this.takes(0x1b, 0x45)) this.style = { ...this.style, bold: this.number() === 1 };
        else if (this.takes(0x1d, 0x42)) this.style = { ...this.style, inverse: this.number() === 1 };
        else if (this.takes(0x1b, 0x64)) this.number();
        else if (this.takes(0x1d, 0x56, 0x01)) this.pieces.push({ kind: "cut" });
        else if (this.takes(0x1b, 0x70, 0x00, 0x32, 0x32)) this.pieces.push({ kind: "drawer" });
        else if (this.takes(0x10, 0x04)) this.number();
        else return false;
        return true;
    }

    // Bands of one width that follow each other are one picture.
    takes_picture() {
        if (!this.takes(0x1d, 0x76, 0x30, 0x00)) return false;
        const row_bytes = this.pair(), rows = this.pair();
        if (rows > highest_band) throw new Error(`byte ${this.at}: a band too high`);
        const end = this.at + row_bytes * rows;
        if (end > this.bytes.length) throw new Unfinished("ends in a picture");
        const band = Buffer.from(this.bytes.subarray(this.at, end));
        const above = this.pieces.at(-1);
        if (above?.kind === "picture" && above.width === row_bytes * 8) {
            above.dots = Buffer.concat([above.dots, band]);
            above.height += rows;
        } else this.pieces.push({ kind: "picture", width: row_bytes * 8, height: rows, dots: band });
        this.at = end;
        return true;
    }

    take_line() {
        const end = this.bytes.indexOf(line_feed, this.at);
        if (end < 0) throw new Unfinished("ends in a line");
        const line = this.bytes.subarray(this.at, end);
        if (line.some((byte) => byte < 0x20 || byte === 0x7f)) throw new Error(`byte ${this.at}: no command of ours`);
        this.pieces.push({ kind: "text", text: gb18030.decode(line), ...this.style });
        this.at = end + 1;
    }

    run() {
        try {
            while (this.at < this.bytes.length) if (!this.takes_command() && !this.takes_picture()) this.take_line();
        } catch (error) {
            error.pieces = this.pieces;
            throw error;
        }
        return this.pieces;
    }
}

// Returns the pieces of the paper: { kind: "text", text, size, bold, inverse }, { kind: "picture", width, height, dots },
// { kind: "cut" } and { kind: "drawer" }.
export function decoded(bytes) {
    return new Reader(bytes).run();
}
