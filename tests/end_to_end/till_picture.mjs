// Takes the pictures of the till's page and the guest display: real server, real core, real page, a subsidised lunch in the
// basket. Every name is made up.
//   node tests/end_to_end/till_picture.mjs     -> build/web/pictures/real-{till,till-en,guest}.png
import { mkdirSync } from "node:fs";
import { start as start_printer } from "../../deploy/lunch/fake_printer.mjs";
import { Counter, dish, launch_browser, lunch_with_tills } from "./support/counter.mjs";

const pictures = "build/web/pictures";
mkdirSync(pictures, { recursive: true });
const card = "04A7C1E2", pin = "402917";

async function open_counter(canteen, browser, printer) {
    await canteen.ask("office", "staff", "add", "李慧", "role=cashier");
    await canteen.ask("office", "staff", "pin", "李慧", `pin=${pin}`);
    await canteen.ask("office", "card", "issue", "1001", card);
    await canteen.ask("topup", "1001", "86.40");
    const at = await Counter.start(canteen, "front", browser, "--printer", `127.0.0.1:${printer.port}`);
    await at.open();
    await at.log_in("李慧", pin);
    await at.screen("float");
    await at.count([[10000, 2], [1000, 10]]);
    await at.key("open-shift").click();
    await at.screen("sale");
    return at;
}

// A morning's lunches before, so that numbers and trays stand where they do at that hour; one guest's basket is held.
async function sell_some(at) {
    for (const [dishes, pay] of [[[206, 601], "note-2000"], [[209, 406], "note-5000"], [[208], "exact"]]) {
        await at.tap(...dishes);
        await at.key("pay").click();
        await at.key(pay).click();
        await at.sold();
        await at.next_guest();
    }
    await at.tap(dish.noodles);
    await at.row("牛肉面").waitFor();
    await at.keys("F9");
    await at.row("牛肉面").waitFor({ state: "detached" });
}

async function fill_basket(at) {
    await at.scan(card);
    await at.seen("唐玉珍", ".strip");
    await at.tap(dish.set_meal, dish.chicken);
    await at.tile(dish.salad).click();
    await at.page.locator('[data-dialog="grams"] [data-key="yes"]:focus').waitFor();
    await at.keys("1", "6", "0", "Enter");
    await at.sum("to-pay", "¥24.00");
    await at.keys("Escape");
}

const canteen = await lunch_with_tills("build/end_to_end/till_picture", ["front"]);
const [browser, printer] = [await launch_browser(), await start_printer()];
const at = await open_counter(canteen, browser, printer);
await sell_some(at);
await fill_basket(at);
const display = await at.another("/guest/?lang=zh");
await display.locator('[data-stage="basket"]').waitFor();
await display.screenshot({ path: `${pictures}/real-guest.png` });
await display.close();
for (const language of ["", "-en"]) {
    if (language !== "") await at.page.goto(`${at.service.origin}/till/?lang=en`);
    await at.sum("to-pay", "¥24.00");
    await at.page.mouse.move(0, 0);
    await at.page.locator(".tiles").evaluate((tiles) => tiles.scrollTo(0, 0));
    await at.page.screenshot({ path: `${pictures}/real-till${language}.png` });
    console.log(`${pictures}/real-till${language}.png`);
}
await browser.close();
await at.close();
await printer.close();
await canteen.close();
