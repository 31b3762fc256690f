// Random numbers that come out the same for the same seed (mulberry32).
export class Chance {
    constructor(seed) { this.state = seed >>> 0; }

    next() {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    }
    below(count) { return Math.floor(this.next() * count); }
    of(list) { return list[this.below(list.length)]; }
    with_odds(odds) { return this.next() < odds; }
}
