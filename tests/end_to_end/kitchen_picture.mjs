// Takes the picture of the kitchen's screen in the middle of lunch: real server, real tills, real page. Every name is made up.
//   node tests/end_to_end/kitchen_picture.mjs [zh|en]     -> build/web/pictures/real-kitchen-1920x1080-zh.png
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { run, till_program } from "../../deploy/lunch/programs.mjs";
import { at, Canteen } from "./support/canteen.mjs";

const language = process.argv[2] ?? "zh";
const demo = new URL("../../deploy/demo-canteen/", import.meta.url).pathname;
const pictures = "build/web/pictures";
mkdirSync(pictures, { recursive: true });

// Each order's time: till, dishes with portions, and the guest's wish.
const line_rush = { A: 34, B: 16, C: 8 };  // sold from the line before, so that numbers stand where they do at that hour
const rounds = [
    ["11:38:40", [["A", "dine_in", "806x1", "少油"], ["B", "takeaway", "802x2 804x1", ""], ["A", "dine_in", "801x1", ""]]],
    ["11:41:00", [["C", "delivery", "804x4 806x2 803x2", "一份不要葱"], ["B", "dine_in", "805x1", "不要辣椒"]]],
    ["11:42:40", [["A", "dine_in", "802x1 805x1", ""], ["A", "takeaway", "803x2", "面条软一点"], ["B", "dine_in", "806x1 804x1", ""]]],
    ["11:43:30", [["C", "delivery", "801x2 802x1", ""], ["A", "dine_in", "804x1", "少盐"], ["B", "takeaway", "805x2 803x1", ""]]],
    ["11:44:00", [["A", "dine_in", "802x1", ""], ["C", "dine_in", "801x1 806x1", ""]]],
];
const picture_taken = "11:44:20";
const ready = ["A036"];
const cooked = { B017: ["牛肉面"], C010: ["牛肉面"], A037: ["牛肉面"] };
const sold_out = ["酸辣粉"];

const header = "at_ms,register,order,dish,mode,quantity,note,pay";
const play = async (canteen, rows) => run(till_program, "run", canteen.file("sales.csv", [header, ...rows, ""].join("\n")), "--tills", canteen.till(""), "--speed", "0", "--answer-all");

function from_the_line() {
    const meat = [208, 206, 208, 207, 209], greens = [405, 307, 406, 305, 407];
    const steamed_pork = (till, n) => (till === "C" && n === 0 ? 7 : 2);  // one guest fetches for their whole office
    const tray = (n) => [meat[n % 5], greens[(n * 3) % 5], 601];
    return Object.entries(line_rush).flatMap(([till, count]) => Array.from({ length: count }, (_, n) =>
        tray(n).map((dish) => `${n},${till},line${n},${dish},dine_in,${dish === 208 ? steamed_pork(till, n) : 1},,cash`)).flat());
}

const rows_of = (sales) => sales.flatMap(([till, mode, dishes, note], n) => dishes.split(" ").map((dish, place) => {
    const [id, quantity] = dish.split("x");
    return `${n},${till},order${n},${id},${mode},${quantity},${place === 0 ? note : ""},cash`;
}));

async function lunch() {
    const canteen = await Canteen.make("build/end_to_end/kitchen_picture", {
        begins: "11:05:00", imports: { calendar: `${demo}calendar.csv`, menu: `${demo}menu.csv` },
    });
    for (const till of Object.keys(line_rush)) await canteen.add_till(till, till);
    await play(canteen, from_the_line());
    for (const [time, sales] of [...rounds, [picture_taken, []]]) {
        await canteen.server.stop();  // and starts again when it is that time
        Object.assign(canteen.server, { clock_start_ms: at(time), began: Date.now() });
        await canteen.serve();
        if (sales.length > 0) await play(canteen, rows_of(sales));
    }
    return canteen;
}

async function open(canteen) {
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run"],
    });
    const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: "zh-CN" })).newPage();
    await page.goto(`${canteen.origin}/enrol/#code=${await canteen.ask("enrol", "kitchen", "--name", "热菜间")}`);
    await page.waitForURL("**/kitchen/");
    await page.goto(`${canteen.origin}/kitchen/?lang=zh`);
    await page.locator('[data-link="live"]').waitFor();
    await page.locator(".ticket").first().waitFor();
    return { browser, page };
}

async function cook(page) {
    const ticket = (number) => page.locator(`[data-number="${number}"].ticket`);
    for (const number of ready) await ticket(number).locator(".head").click({ delay: 500 });
    for (const [number, dishes] of Object.entries(cooked))
        for (const dish of dishes) await ticket(number).getByRole("button", { name: dish }).click();
    for (const dish of sold_out) {
        await page.locator('[data-key="sold-out"]').click();
        await page.locator(`.dish-key[data-dish="${dish}"]`).click();
        await page.locator('[data-key="set-sold-out"]').click();
        await page.locator('[data-key="back"]').waitFor();
        await page.keyboard.press("Escape");
        await page.locator("[data-panel]").waitFor({ state: "detached" });
    }
}

// Leaves no trace of the last press: no frame around a key, no note of what was done.
async function at_rest(page) {
    await page.evaluate(() => document.activeElement?.blur());
    await page.locator(".notice").waitFor({ state: "detached" });
}

const canteen = await lunch();
const { browser, page } = await open(canteen);
await cook(page);
if (language !== "zh") await page.goto(`${canteen.origin}/kitchen/?lang=${language}`);
await page.locator(".ticket").first().waitFor();
await at_rest(page);
const file = `${pictures}/real-kitchen-1920x1080-${language}.png`;
await page.screenshot({ path: file });
console.log(file);
await browser.close();
await canteen.close();
