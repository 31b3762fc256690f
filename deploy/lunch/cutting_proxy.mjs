// A line between a till and the server that can be cut in the middle of a frame and mended again.
import net from "node:net";

export class CuttingProxy {
    constructor(target_port) {
        this.target_port = target_port;
        this.pairs = new Set();
        this.is_cut = false;
        this.cuts = 0;
        this.server = net.createServer((near) => this.join(near));
    }

    async listen() {
        await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
        return this.server.address().port;
    }

    join(near) {
        if (this.is_cut) return near.destroy();
        const far = net.connect(this.target_port, "127.0.0.1");
        const pair = { near, far };
        this.pairs.add(pair);
        const part = () => {
            this.pairs.delete(pair);
            near.destroy();
            far.destroy();
        };
        for (const socket of [near, far]) {
            socket.on("error", part);
            socket.on("close", part);
        }
        far.on("data", (bytes) => near.write(bytes));
        near.on("data", (bytes) => {
            if (!this.cut_next || bytes.length < 64 || (this.let_pass -= bytes.length) > 0) return far.write(bytes);
            // Half a frame arrives, then nothing any more.
            far.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
                this.cut_next = false;
                this.cut();
                this.on_cut?.();
            });
        });
    }

    cut() {
        this.is_cut = true;
        this.cuts += 1;
        for (const { near, far } of [...this.pairs]) near.destroy(), far.destroy();
    }
    // Cuts within the next frame of at least 64 bytes, behind so many bytes from the till; resolves when it is cut.
    cut_mid_frame(let_pass = 0) {
        this.cut_next = true;
        this.let_pass = let_pass;
        return new Promise((done) => (this.on_cut = done));
    }
    mend() { this.is_cut = false; }
    close() {
        this.is_cut = true;
        for (const { near, far } of [...this.pairs]) near.destroy(), far.destroy();
        this.server.close();
    }
}
