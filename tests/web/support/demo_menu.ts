// The menu of a made-up canteen at lunch.
import { create } from '@bufbuild/protobuf';
import { MealSchema, MealSlot } from '@wire/common_pb.js';
import { Served } from '@wire/menu_pb.js';
import { MealMenuSchema, type MealMenu } from '@wire/till_view_pb.js';
import { instant_of } from '../../../canteen/web/shared/time.js';

export const date = 20_787;  // 2026-11-30
export const lunch = create(MealSchema, { date, slot: MealSlot.LUNCH });
export const dinner = create(MealSchema, { date, slot: MealSlot.DINNER });
export const now_ms = instant_of(date, 11 * 60 + 48);
export const sold_out_ms = instant_of(date, 11 * 60 + 36);

type Row = readonly [id: number, initials: string, spelling: string, name: string, name_en: string, category: string, price_fen: bigint, left: number, more?: object];
const to_order = { served: Served.TO_ORDER };
const weighed = { priceGrams: 100 };

export const rows: readonly Row[] = [
  [1, 'tca', 'taocana', '套餐A 两荤一素一汤', 'Set A: 2 meat, 1 veg, soup', '套餐', 1500n, 26,
    { slots: [{ name: '荤菜', count: 2, dishes: [11, 12, 13] }, { name: '素菜', count: 1, dishes: [21, 24] }, { name: '汤', count: 1, dishes: [31] }] }],
  [2, 'rstc', 'ruanshitaocan', '长者软食套餐', 'Soft-food set', '套餐', 1500n, 11],
  [11, 'hgr', 'huiguorou', '回锅肉', 'Twice-cooked pork', '荤菜', 1200n, 18],
  [12, 'yxrs', 'yuxiangrousi', '鱼香肉丝', 'Yuxiang pork', '荤菜', 1100n, 11],
  [13, 'gbjd', 'gongbaojiding', '宫保鸡丁', 'Kung pao chicken', '荤菜', 1100n, 12, { allergens: [5] }],
  [15, 'fzpg', 'fenzhengpaigu', '粉蒸排骨', 'Steamed spare ribs', '荤菜', 1300n, 0],
  [17, 'lbsnn', 'luoboshaoniunan', '萝卜烧牛腩', 'Beef brisket, radish', '荤菜', 1800n, 6, to_order],
  [16, 'dbjy', 'doubanjiyu', '豆瓣鲫鱼', 'Carp in bean sauce', '荤菜', 1600n, 3, { ...to_order, allergens: [3] }],
  [21, 'mpdf', 'mapodoufu', '麻婆豆腐', 'Mapo tofu', '素菜', 600n, 16, { allergens: [6] }],
  [22, 'gbsjd', 'ganbiansijidou', '干煸四季豆', 'Dry-fried beans', '素菜', 700n, 10],
  [23, 'fqcd', 'fanqiechaodan', '番茄炒蛋', 'Tomato and egg', '素菜', 600n, 16, { allergens: [4] }],
  [24, 'srymc', 'suanrongyoumaicai', '蒜蓉油麦菜', 'Garlic greens', '素菜', 500n, 10],
  [31, 'dgwzt', 'dongguawanzitang', '冬瓜丸子汤', 'Meatball soup', '汤羹', 400n, 16],
  [41, 'mf', 'mifan', '米饭', 'Rice', '主食', 100n, 64],
  [51, 'lbss', 'liangbansansi', '凉拌三丝', 'Shredded salad', '称重', 350n, 3140, weighed],
  [52, 'lze', 'luzhuer', '卤猪耳', 'Braised pig ear', '称重', 680n, 2500, weighed],
];

export function demo_menus(): MealMenu[] {
  const dishes = rows.map(([id, initials, spelling, name, nameEn, category, priceFen, , more]) => ({
    initials, spelling, dish: { id, name, nameEn, category, priceFen, served: Served.FROM_LINE, ...more },
  }));
  return [
    create(MealMenuSchema, { meal: lunch, servingFromMinute: 660, servingToMinute: 780, open: true, dishes }),
    create(MealMenuSchema, { meal: dinner, servingFromMinute: 1020, servingToMinute: 1110, dishes: dishes.slice(2) }),
  ];
}
