// Measures the till's page in Chromium against the real core and server, on a counter six times slower than this machine:
// how soon the first dishes stand there, how soon a tap shows its effect, and the core's part of it. Asserts nothing. On a
// machine that compiles beside it the slower one waits for its turn: read the figures of a quiet one.
//   node tests/bench/till_page.mjs     TAPS (40) taps, LOADS (7) loads, THROTTLE (6) times slower; $CANTEEN_BIN as for tests
import { TillPage } from "../../deploy/lunch/till_page.mjs";
import { Counter, dish, launch_browser, lunch_with_tills } from "../end_to_end/support/counter.mjs";

const taps = Number(process.env.TAPS ?? 40), loads = Number(process.env.LOADS ?? 7), throttle = Number(process.env.THROTTLE ?? 6);
const aims = { first_content: 1000, tap: 100 };  // ms

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)];
const words = (name, values, aim) => {
    const p95 = quantile(values, 0.95);
    return `${name.padEnd(44)} p50 ${quantile(values, 0.5).toFixed(0).padStart(5)}  p95 ${p95.toFixed(0).padStart(5)} ms  aim ${aim}, ${p95 <= aim ? "met" : "missed"}`;
};

async function slow_down(counter, times) {
    const session = await counter.context.newCDPSession(counter.page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: times });
}

// Returns milliseconds from the navigation to the first tile on the glass.
async function load(counter) {
    await counter.page.reload({ waitUntil: "commit" });
    await counter.page.locator(".tile").first().waitFor();
    return counter.page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
}

// Returns milliseconds from the tap to the frame that shows the sum changed, by the page's own clock.
function tap(counter, id) {
    return counter.page.evaluate((tile) => new Promise((shown) => {
        const key = document.querySelector(`.tile[data-dish="${tile}"]`);
        const sum = document.querySelector("[data-sum]");
        const began = performance.now();
        const look = new MutationObserver(() => {
            look.disconnect();
            requestAnimationFrame(() => { const frame = new MessageChannel(); frame.port1.onmessage = () => shown(performance.now() - began); frame.port2.postMessage(0); });
        });
        look.observe(sum, { childList: true, characterData: true, subtree: true });
        key.click();
    }), id);
}

// Returns milliseconds from an action to its answer, without a browser.
async function ask_core(page, dish) {
    const began = performance.now();
    await page.act("addDish", { dish });
    return performance.now() - began;
}

const several = async (times, once) => {
    const values = [];
    for (let i = 0; i < times; ++i) values.push(await once(i));
    return values;
};

const canteen = await lunch_with_tills("build/bench/till_page", ["front"]);
const browser = await launch_browser();
const at = await Counter.start(canteen, "front", browser);
try {
    await at.open();
    await at.screen("sale");
    await slow_down(at, throttle);
    const contents = await several(loads, () => load(at));
    await at.live();
    const dishes = [dish.chicken, dish.eggs, dish.rice, 207, 405];
    const first = await tap(at, dish.rice);
    const shown = await several(taps, (i) => tap(at, dishes[i % dishes.length]));
    const plain = await TillPage.open(at.service.origin, `${at.cookies[0].name}=${at.cookies[0].value}`);
    const answers = await several(taps, (i) => ask_core(plain, dishes[i % dishes.length]));
    console.log(words("the core's answer", answers, aims.tap));
    console.log(words(`first content at ${throttle}x`, contents, aims.first_content));
    console.log(words(`first tap after a load at ${throttle}x`, [first], aims.tap));
    console.log(words(`tap to shown at ${throttle}x`, shown, aims.tap));
} finally {
    await browser.close();
    await at.close();
    await canteen.close();
}
