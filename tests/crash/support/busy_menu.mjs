// A menu that never runs out but for one dish, and baskets from it for tills that sell without a pause.
import { date } from "../../end_to_end/support/canteen.mjs";

const scarce = 103;
const portions = [101, 102, scarce, 104];
const to_order = [201, 202, 203];
const weighed = 301;
const set_meal = 401;

export function menu_csv() {
    const row = (dish, name, price, more = {}) =>
        [date, "lunch", "10:30", "15:30", dish, name, price, more.per_grams ?? "", more.served ?? "line", more.planned ?? "", more.slots ?? ""].join(",");
    const rows = [
        row(101, "红烧茄子", "5", { planned: 100000 }),
        row(102, "清炒花菜", "4.55", { planned: 100000 }),
        row(scarce, "豆瓣鲫鱼", "13", { planned: 200 }),
        row(104, "米饭", "1", { planned: 100000 }),
        ...to_order.map((dish, n) => row(dish, ["牛肉面", "炒河粉", "蛋炒饭"][n], "12", { served: "order", planned: 100000 })),
        row(weighed, "凉拌三丝", "2.53", { per_grams: 100, planned: 2000000 }),
        row(set_meal, "十五元套餐", "15", { slots: "菜:1:101|102;饭:1:104" }),
    ];
    return ["date,meal,from,to,dish,name,price,per_grams,served,planned,slots", ...rows, ""].join("\n");
}

// Returns one cycle's sales for the registers, `each` of them at every one.
export function sales_csv(chance, registers, each, members, cycle) {
    const rows = [];
    for (let n = 0; n < each; n += 1) for (const register of registers) rows.push(...rows_of(chance, register, `${cycle}-${n}`, n, members));
    return ["at_ms,register,order,dish,action,member,quantity,grams,pay", ...rows, ""].join("\n");
}

function rows_of(chance, register, order, at_ms, members) {
    const member = chance.with_odds(0.3) ? chance.of(members) : "";
    const pay = chance.of(["cash", "cash", "wechat", "alipay"]);
    const row = (dish, quantity, grams = "") => [at_ms, register, order, dish, "sell", member, quantity, grams, pay].join(",");
    const rows = member ? [row(set_meal, 1)] : [row(chance.of(portions), 1 + chance.below(3))];
    if (chance.with_odds(0.4)) rows.push(row(chance.of(to_order), 1));
    if (chance.with_odds(0.3)) rows.push(row(weighed, 1, 50 + chance.below(300)));
    if (chance.with_odds(0.06)) rows.push([at_ms + 2, register, order, "", "cancel", "", "", "", ""].join(","));
    return rows;
}
